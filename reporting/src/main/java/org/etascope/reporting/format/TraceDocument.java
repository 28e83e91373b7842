package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;

/** A document of everything one run did at every step. The run is replayed, bit for bit. */
public enum TraceDocument {
  /** A row for each number: {@code run,step,tensor,row,column,value}. */
  CSV("csv") {
    @Override
    public void write(SweepRun run, Writer out) throws IOException {
      TraceColumns.TABLE.write(TraceEntry.of(run), out);
    }
  },

  /** Tables for reading: weights and biases; gradients; outputs and losses. */
  MARKDOWN("md") {
    @Override
    public void write(SweepRun run, Writer out) throws IOException {
      new TracePage(new MarkdownWriter(out)).write(run);
    }
  };

  private final String extension;

  TraceDocument(String extension) {
    this.extension = extension;
  }

  /** Returns how its file names end, without the dot. */
  public String extension() {
    return extension;
  }

  /**
   * Writes the trace of a run. Leaves the writer open.
   *
   * @param run a run that can be executed
   * @throws IOException if the writer fails
   */
  public abstract void write(SweepRun run, Writer out) throws IOException;

  /** Returns the name of the document of a run, relative to the report. */
  String name(SweepRun run) {
    return "traces/" + run.name() + "." + extension;
  }

  /** Writes the document of each run whose trace the sweep asks for. */
  void writeSelected(Sweep sweep, ReportSink sink) throws IOException {
    try (Stream<SweepRun> runs = sweep.runs().get()) {
      Iterator<SweepRun> selected = runs.filter(sweep.traces()::includes).iterator();
      while (selected.hasNext()) {
        SweepRun run = selected.next();
        try (Writer out = sink.open(name(run))) {
          write(run, out);
        }
      }
    }
  }
}
