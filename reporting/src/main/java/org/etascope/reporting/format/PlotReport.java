package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.etascope.reporting.plot.Figure;
import org.etascope.reporting.plot.Figures;
import org.etascope.reporting.plot.RunSample;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** The pictures, {@code plots/*.svg}. */
final class PlotReport implements ReportFormat {
  @Override
  public void write(Sweep sweep, SweepSummary summary, ReportSink sink) throws IOException {
    List<Figure> figures = Figures.of(sweep, summary);
    if (figures.isEmpty()) {
      return;
    }
    RunSample runs = RunSample.of(sweep, summary);
    for (Figure figure : figures) {
      try (Writer out = sink.open(figure.file())) {
        figure.write(runs, out);
      }
    }
  }
}
