package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;

/** The report for print, {@code report.tex}. */
final class LatexReport implements ReportFormat {
  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    try (Writer out = sink.open("report.tex")) {
      LatexWriter latex = new LatexWriter(out);
      latex.beginDocument();
      new LatexPage(findings, latex).write();
      latex.endDocument();
    }
  }
}
