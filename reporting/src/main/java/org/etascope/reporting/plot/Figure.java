package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;

/** One picture of a sweep. */
public interface Figure {
  /** Returns the name of its file, relative to the report, such as {@code plots/fates.svg}. */
  String file();

  /** Returns what it shows, in a few words. */
  String title();

  /** Returns how to read it, in sentences that can stand in a paper; may hold untrusted text. */
  String caption();

  /**
   * Writes it as SVG of less than 2 MiB. Leaves the writer open. The bytes depend on the sweep
   * alone.
   *
   * @param runs of the sweep that the figure is of
   * @throws IOException if the writer fails
   */
  void write(RunSample runs, Writer out) throws IOException;
}
