package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.plot.Figure;
import org.etascope.reporting.plot.Figures;
import org.etascope.reporting.plot.RunSample;
import org.etascope.reporting.summary.CombinationEtas;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.StepListing;
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
 * @param steps which runs have their steps listed
 */
public record Findings(
    Sweep sweep,
    SweepSummary summary,
    EtaComparison comparison,
    List<CombinationEtas> criticalEtas,
    List<Figure> figures,
    RunSample sample,
    List<SweepRun> traced,
    FlowComparisons flows,
    StepListing steps) {
  private static final int FIRST_TRACED = 2;

  /** Copies the lists. */
  public Findings {
    criticalEtas = List.copyOf(criticalEtas);
    figures = List.copyOf(figures);
    traced = List.copyOf(traced);
  }

  /** Reads the runs of a sweep, again only where a median takes it. */
  public static Findings of(Sweep sweep, SweepSummary summary) {
    EtaComparison.Recorder comparison = new EtaComparison.Recorder(summary);
    CombinationEtas.Recorder criticalEtas = new CombinationEtas.Recorder(summary);
    RunSample sample = new RunSample(sweep, summary);
    StepListing.Recorder steps = new StepListing.Recorder(sweep.steps());
    FlowComparisons.Recorder flows = new FlowComparisons.Recorder(sweep, summary);
    List<SweepRun> traced = new ArrayList<>();
    sweep
        .runs()
        .forEach(
            run -> {
              comparison.add(run);
              criticalEtas.add(run);
              sample.add(run);
              steps.add(run);
              flows.add(run);
              if (traced.size() < FIRST_TRACED && sweep.traces().includes(run)) {
                traced.add(run);
              }
            });
    while (!comparison.endPass()) {
      sweep.runs().forEach(comparison::add);
    }
    FlowComparisons compared = flows.comparisons();
    return new Findings(
        sweep,
        summary,
        comparison.comparison(),
        criticalEtas.combinations(),
        Figures.of(sweep, summary, sample, compared),
        sample,
        traced,
        compared,
        steps.listing());
  }
}
