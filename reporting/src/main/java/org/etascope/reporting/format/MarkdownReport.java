package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** The report for reading, {@code report.md}, and the tables of traces. */
final class MarkdownReport implements ReportFormat {
  @Override
  public void write(Sweep sweep, SweepSummary summary, ReportSink sink) throws IOException {
    try (Writer out = sink.open("report.md")) {
      new ReportPage(sweep, summary, new MarkdownWriter(out)).write();
    }
    TraceDocument.MARKDOWN.writeSelected(sweep, sink);
  }
}
