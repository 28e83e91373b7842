package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** What the page of a build shows of a sweep: the answer, the etas and the expectations. */
public final class JobSummary {
  private JobSummary() {}

  /**
   * Writes the page as GitHub-flavoured Markdown. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  public static void write(Sweep sweep, SweepSummary summary, Writer out) throws IOException {
    new ReportPage(Findings.of(sweep, summary), new MarkdownWriter(out)).writeSummary();
    out.write("\n");
  }
}
