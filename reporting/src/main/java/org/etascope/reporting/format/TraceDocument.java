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
    public void write(SweepRun run, int decimals, Writer out) throws IOException {
      TraceColumns.TABLE.write(TraceEntry.of(run), out);
    }
  },

  /** Tables for reading: weights and biases; gradients; outputs and losses. */
  MARKDOWN("md") {
    @Override
    public void write(SweepRun run, int decimals, Writer out) throws IOException {
      new TracePage(new MarkdownWriter(out), decimals).write(run);
    }
  },

  /** The same tables for print, a whole LaTeX document. */
  TEX("tex") {
    @Override
    public void write(SweepRun run, int decimals, Writer out) throws IOException {
      LatexWriter latex = new LatexWriter(out);
      latex.beginDocument();
      LatexTrace.whole(latex, decimals).write(run);
      latex.endDocument();
    }
  };

  /** How many decimals tables have where nobody asks for others. */
  public static final int DECIMALS = 4;

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
   * @param decimals of the numbers in tables, 1 or more; {@link #CSV} has every digit anyway
   * @throws IOException if the writer fails
   */
  public abstract void write(SweepRun run, int decimals, Writer out) throws IOException;

  /** Returns the name of the document of a run, relative to the report. */
  String name(SweepRun run) {
    return "traces/" + run.name() + "." + extension;
  }

  /** Writes the document of each run whose trace the sweep asks for. */
  void writeSelected(Findings findings, ReportSink sink) throws IOException {
    if (findings.traced().isEmpty()) {
      return;
    }
    Sweep sweep = findings.sweep();
    try (Stream<SweepRun> runs = sweep.runs().stream()) {
      Iterator<SweepRun> selected = runs.filter(sweep.traces()::includes).iterator();
      while (selected.hasNext()) {
        SweepRun run = selected.next();
        try (Writer out = sink.open(name(run))) {
          write(run, DECIMALS, out);
        }
      }
    }
  }
}
