package org.etascope.reporting.format;

import java.io.IOException;

/** One kind of document that a sweep leaves. */
public interface ReportFormat {
  /**
   * Writes the documents of this kind. The bytes depend on the arguments alone.
   *
   * @param findings what they are about
   * @param sink where the documents go
   * @throws IOException if the sink fails
   */
  void write(Findings findings, ReportSink sink) throws IOException;

  /**
   * Returns this format with its page for readers, if it has one, no longer than that: it sheds
   * details and says so. The answer and the provenance stay, which take less than 4096 characters.
   *
   * @param maxChars the most characters
   */
  default ReportFormat within(int maxChars) {
    return this;
  }
}
