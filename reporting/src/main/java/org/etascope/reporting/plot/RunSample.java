package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;

/**
 * What pictures keep of single runs. Its size is bounded, however many runs there are: less than 40
 * MiB.
 */
public final class RunSample {
  private static final int COLUMNS_OF_A_WIDE_PANEL = 240;

  private final SortedMap<Double, LossSample> losses = new TreeMap<>();
  private final SortedMap<Double, OnsetSample> onsets = new TreeMap<>();
  private final SortedMap<Double, TailSample> tails = new TreeMap<>();
  private final SortedMap<Double, Optional<Fit>> best = new TreeMap<>();
  private final SortedMap<Double, List<RunSpec>> measured = new TreeMap<>();
  private final SortedMap<Double, List<RunSpec>> descents = new TreeMap<>();
  private final TraceSelection traces;
  private int lastStep;
  private boolean hasPathCurvature;
  private Optional<SweepRun> withSwitches = Optional.empty();

  /** Begins without a run of the sweep that a summary is of. */
  public RunSample(Sweep sweep, SweepSummary summary) {
    traces = sweep.traces();
    if (summary.first().isEmpty()) {
      return;
    }
    List<EtaSummary> panels = EvenChoice.of(summary.etas(), LossFigure.MOST_PANELS);
    Thinning thinning =
        Thinning.of(
            summary.first().get().training().steps(),
            COLUMNS_OF_A_WIDE_PANEL / PanelGrid.columns(panels.size()));
    panels.forEach(eta -> losses.put(eta.eta(), new LossSample(thinning)));
    panels.forEach(eta -> onsets.put(eta.eta(), new OnsetSample()));
    EvenChoice.of(summary.etas(), BifurcationFigure.MOST_ETAS)
        .forEach(eta -> tails.put(eta.eta(), new TailSample()));
    EvenChoice.of(summary.etas(), FitFigure.MOST_FITS)
        .forEach(eta -> best.put(eta.eta(), Optional.empty()));
    PathCurvatureFigure.panels(sweep, summary)
        .forEach(eta -> measured.put(eta.eta(), new ArrayList<>()));
    SharpnessFigure.panels(sweep, summary)
        .forEach(eta -> descents.put(eta.eta(), new ArrayList<>()));
    withSwitches =
        summary.flagged().first().stream()
            .filter(traces::includes)
            .filter(SwitchFigure::applies)
            .findFirst();
  }

  /** Takes the next run of the sweep, in plan order. */
  public void add(SweepRun run) {
    if (!(run.result().outcome() instanceof Trained trained)) {
      return;
    }
    LossSample panel = losses.get(run.eta());
    if (panel != null) {
      panel.add(trained);
    }
    OnsetSample onset = onsets.get(run.eta());
    if (onset != null) {
      onset.add(trained);
      lastStep = Math.max(lastStep, trained.losses().steps() - 1);
    }
    TailSample tail = tails.get(run.eta());
    if (tail != null && BifurcationFigure.takes(run.result().spec())) {
      tail.add(trained);
    }
    if (traces.includes(run)) {
      addTraced(run);
    }
    List<RunSpec> sharp = descents.get(run.eta());
    if (sharp != null
        && sharp.size() < SharpnessFigure.MOST_RUNS
        && SharpnessFigure.measures(run)) {
      sharp.add(run.result().spec());
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

  private void addTraced(SweepRun run) {
    if (withSwitches.isEmpty() && SwitchFigure.applies(run)) {
      withSwitches = Optional.of(run);
    }
    if (PathCurvatureFigure.measures(run)) {
      hasPathCurvature = true;
      List<RunSpec> specs = measured.get(run.eta());
      if (specs != null && specs.size() < PathCurvatureFigure.MOST_RUNS) {
        specs.add(run.result().spec());
      }
    }
  }

  /** What a run of finite losses came to. */
  record Fit(RunSpec spec, double finalLoss, Parameters parameters) {}

  /** Returns the losses by eta, ascending. */
  Map<Double, LossSample> losses() {
    return losses;
  }

  /** Returns when the runs rose and died, by eta, ascending. */
  Map<Double, OnsetSample> onsets() {
    return onsets;
  }

  /** Returns the last step of the longest of those runs. */
  int lastStep() {
    return lastStep;
  }

  /** Returns the losses at which runs of plain gradient descent end, by eta, ascending. */
  SortedMap<Double, TailSample> tails() {
    return tails;
  }

  /** Returns the first traced runs of plain gradient descent by eta, ascending. */
  Map<Double, List<RunSpec>> measured() {
    return measured;
  }

  /** Returns the first runs of plain gradient descent by eta, ascending, for their sharpness. */
  Map<Double, List<RunSpec>> descents() {
    return descents;
  }

  /** Returns whether any traced run has a path curvature. */
  boolean hasPathCurvature() {
    return hasPathCurvature;
  }

  /** Returns the first traced run with neurons that switch, a flagged one if possible. */
  Optional<SweepRun> withSwitches() {
    return withSwitches;
  }

  /** Returns the fit with the smallest final loss of each of a few etas, in ascending order. */
  List<Fit> best() {
    return best.values().stream().flatMap(Optional::stream).toList();
  }
}
