package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/** The tables for further work: {@code cells.csv}, {@code runs.csv}, {@code steps.csv}, traces. */
final class CsvReport implements ReportFormat {
  @Override
  public void write(Sweep sweep, SweepSummary summary, ReportSink sink) throws IOException {
    try (Writer out = sink.open("cells.csv")) {
      CellColumns.table(sweep.extraAxes()).write(summary.cells().stream(), out);
    }
    try (Writer out = sink.open("runs.csv");
        Stream<SweepRun> runs = sweep.runs().get()) {
      RunColumns.table(sweep.extraAxes(), summary.features()).write(runs, out);
    }
    try (Writer out = sink.open("steps.csv");
        Stream<SweepRun> runs = sweep.runs().get()) {
      StepColumns.table(sweep.extraAxes(), summary.features())
          .write(runs.flatMap(run -> RunStep.of(run, sweep.traces().includes(run))), out);
    }
    TraceDocument.CSV.writeSelected(sweep, sink);
  }
}
