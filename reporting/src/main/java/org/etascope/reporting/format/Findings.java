package org.etascope.reporting.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.plot.Figure;
import org.etascope.reporting.plot.Figures;
import org.etascope.reporting.plot.RunSample;
import org.etascope.reporting.summary.CombinationEtas;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/**
 * What the documents of a report have in common, gathered from the runs once for all of them.
 *
 * @param sweep the runs
 * @param summary what they say together
 * @param comparison of the etas
 * @param criticalEtas of each combination
 * @param figures the pictures
 * @param sample what pictures show of single runs
 * @param traced the first traced runs, at most {@value #FIRST_TRACED}
 * @param flows what gradient flows foretell of the runs
 */
public record Findings(
    Sweep sweep,
    SweepSummary summary,
    EtaComparison comparison,
    List<CombinationEtas> criticalEtas,
    List<Figure> figures,
    RunSample sample,
    List<SweepRun> traced,
    FlowComparisons flows) {
  private static final int FIRST_TRACED = 2;

  /** Copies the lists. */
  public Findings {
    criticalEtas = List.copyOf(criticalEtas);
    figures = List.copyOf(figures);
    traced = List.copyOf(traced);
  }

  /** Reads the runs of a sweep, again only where a median or a flow takes it. */
  public static Findings of(Sweep sweep, SweepSummary summary) {
    Recorder recorder = new Recorder(sweep, summary);
    sweep.runs().inParts(part -> part, recorder::add);
    return recorder.findings();
  }

  /**
   * Reads the runs of a sweep in the same way, and writes {@code runs.csv} and {@code steps.csv} as
   * they pass by.
   *
   * @throws IOException if they cannot be written
   */
  public static Findings of(Sweep sweep, SweepSummary summary, ReportSink sink) throws IOException {
    Recorder recorder = new Recorder(sweep, summary);
    try (Writer runs = sink.open("runs.csv");
        Writer steps = sink.open("steps.csv")) {
      RunRows rows = new RunRows(sweep, summary, recorder.flows, runs, steps);
      rows.writeHeaders();
      sweep
          .runs()
          .inParts(
              rows::format,
              part -> {
                recorder.add(part.runs());
                rows.write(part);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return recorder.findings();
  }

  private static final class Recorder {
    private final Sweep sweep;
    private final SweepSummary summary;
    private final FlowComparisons flows;
    private final EtaComparison.Recorder comparison;
    private final CombinationEtas.Recorder criticalEtas;
    private final RunSample sample;
    private final List<SweepRun> traced = new ArrayList<>();

    Recorder(Sweep sweep, SweepSummary summary) {
      this.sweep = sweep;
      this.summary = summary;
      flows = FlowComparisons.of(sweep, summary);
      comparison = new EtaComparison.Recorder(summary);
      criticalEtas = new CombinationEtas.Recorder(summary);
      sample = new RunSample(sweep, summary);
    }

    /** Takes the next runs in plan order. */
    void add(List<SweepRun> runs) {
      for (SweepRun run : runs) {
        comparison.add(run);
        criticalEtas.add(run);
        sample.add(run);
        if (traced.size() < FIRST_TRACED && sweep.traces().includes(run)) {
          traced.add(run);
        }
      }
    }

    /** Reads the runs again as often as medians take it. */
    Findings findings() {
      while (!comparison.endPass()) {
        sweep.runs().forEach(comparison::add);
      }
      return new Findings(
          sweep,
          summary,
          comparison.comparison(),
          criticalEtas.combinations(),
          Figures.of(sweep, summary, sample, flows),
          sample,
          traced,
          flows);
    }
  }
}
