package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.plot.Figure;

/** The pictures, {@code plots/*.svg}. */
final class PlotReport implements ReportFormat {
  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    for (Figure figure : findings.figures()) {
      try (Writer out = sink.open(figure.file())) {
        figure.write(findings.sample(), out);
      }
    }
  }
}
