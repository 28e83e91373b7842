package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** The report for print, {@code report.tex}. */
final class LatexReport implements ReportFormat {
  @Override
  public void write(Sweep sweep, SweepSummary summary, ReportSink sink) throws IOException {
    try (Writer out = sink.open("report.tex")) {
      LatexWriter latex = new LatexWriter(out);
      latex.beginDocument();
      new LatexPage(sweep, summary, latex).write();
      latex.endDocument();
    }
  }
}
