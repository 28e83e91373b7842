package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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

  private final SortedMap<Double, OfEta> etas = new TreeMap<>();
  private final TraceSelection traces;
  private double eta = Double.NaN;
  private Optional<OfEta> ofEta = Optional.empty();
  private boolean hasPathCurvature;
  private Optional<SweepRun> withSwitches = Optional.empty();

  /** What is kept of the runs of one eta, for those pictures that show it. */
  private static final class OfEta {
    private Optional<LossSample> losses = Optional.empty();
    private Optional<OnsetSample> onsets = Optional.empty();
    private Optional<TailSample> tails = Optional.empty();
    private Optional<List<RunSpec>> measured = Optional.empty();
    private Optional<List<RunSpec>> descents = Optional.empty();
    private boolean fitted;
    private Optional<Fit> best = Optional.empty();

    void add(SweepRun run, Trained trained) {
      losses.ifPresent(sample -> sample.add(trained));
      onsets.ifPresent(sample -> sample.add(trained));
      if (tails.isPresent() && BifurcationFigure.takes(run.result().spec())) {
        tails.get().add(trained);
      }
      if (descents.isPresent()
          && descents.get().size() < SharpnessFigure.MOST_RUNS
          && SharpnessFigure.measures(run)) {
        descents.get().add(run.result().spec());
      }
      double finalLoss = trained.losses().last();
      if (fitted
          && Double.isFinite(finalLoss)
          && (best.isEmpty() || finalLoss < best.get().finalLoss())) {
        best = Optional.of(new Fit(run.result().spec(), finalLoss, trained.finalParameters()));
      }
    }
  }

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
    for (OfEta kept : shown(panels)) {
      kept.losses = Optional.of(new LossSample(thinning));
      kept.onsets = Optional.of(new OnsetSample());
    }
    for (OfEta kept : shown(EvenChoice.of(summary.etas(), BifurcationFigure.MOST_ETAS))) {
      kept.tails = Optional.of(new TailSample());
    }
    for (OfEta kept : shown(EvenChoice.of(summary.etas(), FitFigure.MOST_FITS))) {
      kept.fitted = true;
    }
    for (OfEta kept : shown(PathCurvatureFigure.panels(sweep, summary))) {
      kept.measured = Optional.of(new ArrayList<>());
    }
    for (OfEta kept : shown(SharpnessFigure.panels(sweep, summary))) {
      kept.descents = Optional.of(new ArrayList<>());
    }
    withSwitches =
        summary.flagged().first().stream()
            .filter(traces::includes)
            .filter(SwitchFigure::applies)
            .findFirst();
  }

  /** Returns what is kept of the etas that a picture shows. */
  private List<OfEta> shown(List<EtaSummary> panels) {
    return panels.stream()
        .map(panel -> etas.computeIfAbsent(panel.eta(), unknown -> new OfEta()))
        .toList();
  }

  /** Takes the next run of the sweep, in plan order. */
  public void add(SweepRun run) {
    if (!(run.result().outcome() instanceof Trained trained)) {
      return;
    }
    // the runs of an eta mostly follow one another
    if (run.eta() != eta) {
      eta = run.eta();
      ofEta = Optional.ofNullable(etas.get(eta));
    }
    if (ofEta.isPresent()) {
      ofEta.get().add(run, trained);
    }
    if (traces.includes(run)) {
      addTraced(run);
    }
  }

  private void addTraced(SweepRun run) {
    if (withSwitches.isEmpty() && SwitchFigure.applies(run)) {
      withSwitches = Optional.of(run);
    }
    if (PathCurvatureFigure.measures(run)) {
      hasPathCurvature = true;
      ofEta
          .flatMap(kept -> kept.measured)
          .filter(specs -> specs.size() < PathCurvatureFigure.MOST_RUNS)
          .ifPresent(specs -> specs.add(run.result().spec()));
    }
  }

  /** What a run of finite losses came to. */
  record Fit(RunSpec spec, double finalLoss, Parameters parameters) {}

  /** Returns the losses by eta, ascending. */
  Map<Double, LossSample> losses() {
    return kept(part -> part.losses);
  }

  /** Returns when the runs rose and died, by eta, ascending. */
  Map<Double, OnsetSample> onsets() {
    return kept(part -> part.onsets);
  }

  /** Returns the last step of the longest of those runs. */
  int lastStep() {
    return onsets().values().stream().mapToInt(OnsetSample::lastStep).max().orElse(0);
  }

  /** Returns the losses at which runs of plain gradient descent end, by eta, ascending. */
  SortedMap<Double, TailSample> tails() {
    return kept(part -> part.tails);
  }

  /** Returns the first traced runs of plain gradient descent by eta, ascending. */
  Map<Double, List<RunSpec>> measured() {
    return kept(part -> part.measured);
  }

  /** Returns the first runs of plain gradient descent by eta, ascending, for their sharpness. */
  Map<Double, List<RunSpec>> descents() {
    return kept(part -> part.descents);
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
    return List.copyOf(kept(part -> part.best).values());
  }

  private <T> SortedMap<Double, T> kept(Function<OfEta, Optional<T>> part) {
    SortedMap<Double, T> parts = new TreeMap<>();
    etas.forEach((value, all) -> part.apply(all).ifPresent(kept -> parts.put(value, kept)));
    return parts;
  }
}
