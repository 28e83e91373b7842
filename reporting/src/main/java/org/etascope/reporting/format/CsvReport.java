package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.summary.Sweep;

/**
 * The tables for further work: {@code cells.csv} and traces. Those of all runs and their steps are
 * written while {@link Findings} are gathered.
 */
final class CsvReport implements ReportFormat {
  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    Sweep sweep = findings.sweep();
    try (Writer out = sink.open("cells.csv")) {
      CellColumns.table(sweep.extraAxes()).write(findings.summary().cells().stream(), out);
    }
    TraceDocument.CSV.writeSelected(findings, sink);
  }
}
