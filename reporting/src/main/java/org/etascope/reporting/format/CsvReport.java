package org.etascope.reporting.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.etascope.reporting.summary.Sweep;

/** The tables for further work: {@code cells.csv}, {@code runs.csv}, {@code steps.csv}, traces. */
final class CsvReport implements ReportFormat {
  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    Sweep sweep = findings.sweep();
    try (Writer out = sink.open("cells.csv")) {
      CellColumns.table(sweep.extraAxes()).write(findings.summary().cells().stream(), out);
    }
    try (Writer runs = sink.open("runs.csv");
        Writer steps = sink.open("steps.csv")) {
      RunRows rows = new RunRows(findings, runs, steps);
      rows.writeHeaders();
      sweep.runs().inParts(rows::format, rows::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    TraceDocument.CSV.writeSelected(findings, sink);
  }
}
