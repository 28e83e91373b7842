package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;

/**
 * What pictures keep of single runs, gathered in one pass. Its size is bounded, however many runs
 * there are: less than 20 MiB.
 */
public final class RunSample {
  private static final int COLUMNS_OF_A_WIDE_PANEL = 240;

  private final SortedMap<Double, LossSample> losses = new TreeMap<>();
  private final SortedMap<Double, Optional<Fit>> best = new TreeMap<>();

  private final SortedMap<Double, List<RunSpec>> measured = new TreeMap<>();
  private final TraceSelection traces;

  private RunSample(TraceSelection traces) {
    this.traces = traces;
  }

  /** Reads the runs of a sweep once. */
  public static RunSample of(Sweep sweep, SweepSummary summary) {
    RunSample sample = new RunSample(sweep.traces());
    if (summary.first().isEmpty()) {
      return sample;
    }
    List<EtaSummary> panels = EvenChoice.of(summary.etas(), LossFigure.MOST_PANELS);
    Thinning thinning =
        Thinning.of(
            summary.first().get().training().steps(),
            COLUMNS_OF_A_WIDE_PANEL / PanelGrid.columns(panels.size()));
    panels.forEach(eta -> sample.losses.put(eta.eta(), new LossSample(thinning)));
    EvenChoice.of(summary.etas(), FitFigure.MOST_FITS)
        .forEach(eta -> sample.best.put(eta.eta(), Optional.empty()));
    PathCurvatureFigure.panels(sweep, summary)
        .forEach(eta -> sample.measured.put(eta.eta(), new ArrayList<>()));
    try (Stream<SweepRun> runs = sweep.runs().get()) {
      runs.forEachOrdered(sample::add);
    }
    return sample;
  }

  private void add(SweepRun run) {
    if (!(run.result().outcome() instanceof Trained trained)) {
      return;
    }
    LossSample panel = losses.get(run.eta());
    if (panel != null) {
      panel.add(trained);
    }
    List<RunSpec> specs = measured.get(run.eta());
    if (specs != null
        && specs.size() < PathCurvatureFigure.MOST_RUNS
        && traces.includes(run)
        && PathCurvatureFigure.measures(run)) {
      specs.add(run.result().spec());
    }
    double finalLoss = trained.losses().last();
    if (Double.isFinite(finalLoss)) {
      best.computeIfPresent(
          run.eta(),
          (eta, other) ->
              other
                  .filter(fit -> fit.finalLoss() <= finalLoss)
                  .or(
                      () ->
                          Optional.of(
                              new Fit(run.result().spec(), finalLoss, trained.finalParameters()))));
    }
  }

  /** What a run of finite losses came to. */
  record Fit(RunSpec spec, double finalLoss, Parameters parameters) {}

  /** Returns the losses by eta, ascending. */
  Map<Double, LossSample> losses() {
    return losses;
  }

  /** Returns the first traced runs of plain gradient descent by eta, ascending. */
  Map<Double, List<RunSpec>> measured() {
    return measured;
  }

  /** Returns the fit with the smallest final loss of each of a few etas, in ascending order. */
  List<Fit> best() {
    return best.values().stream().flatMap(Optional::stream).toList();
  }
}
