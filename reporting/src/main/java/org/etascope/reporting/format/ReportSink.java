package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;

/** Where documents go. */
@FunctionalInterface
public interface ReportSink {
  /**
   * Begins a document. Whoever asks for the writer closes it.
   *
   * @param name relative to the report, with {@code /} between folders, such as {@code
   *     traces/17.csv}
   * @throws IOException if the document cannot be begun
   */
  Writer open(String name) throws IOException;
}
