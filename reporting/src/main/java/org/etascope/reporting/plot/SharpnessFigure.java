package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.etascope.core.diagnosis.SharpnessCurve;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Eta times sharpness over steps of runs of plain gradient descent, a panel for each eta. */
final class SharpnessFigure implements Figure {
  /** How many runs of an eta are drawn at most. */
  static final int MOST_RUNS = 4;

  private final SharpnessSteps steps;
  private final int shown;
  private final int all;
  private final EtaLabels labels;

  SharpnessFigure(Sweep sweep, SweepSummary summary) {
    steps = sweep.sharpness();
    shown = panels(sweep, summary).size();
    all = summary.etas().size();
    labels = EtaLabels.of(summary.etas());
  }

  /** Returns whether the sharpness is known along runs, and not at their ends alone. */
  static boolean applies(Sweep sweep, RunSample runs) {
    return sweep.sharpness() instanceof SharpnessSteps.Every
        && runs.descents().values().stream().anyMatch(specs -> !specs.isEmpty());
  }

  /** Returns the etas that have a panel, ascending. */
  static List<EtaSummary> panels(Sweep sweep, SweepSummary summary) {
    return sweep.sharpness() instanceof SharpnessSteps.Every
        ? EvenChoice.of(summary.etas(), LossFigure.MOST_PANELS)
        : List.of();
  }

  /** Returns whether the sharpness of a run is to be held against 2/eta. */
  static boolean measures(SweepRun run) {
    return run.result().spec().training().isGradientDescent();
  }

  @Override
  public String file() {
    return "plots/sharpness.svg";
  }

  @Override
  public String title() {
    return "Sharpness over steps";
  }

  @Override
  public String caption() {
    return "η times the sharpness λ, the largest eigenvalue of the Hessian, of the first %s runs of plain gradient descent of each learning rate η at most, over at most their first %s steps; a panel for each η, all on the same axes."
            .formatted(MOST_RUNS, TracedRuns.MOST_STEPS)
        + (all > shown ? " %s of %s etas are shown, evenly chosen.".formatted(shown, all) : "")
        + " Above 2, the dashed line, gradient descent is unstable on the smooth piece of the loss"
        + " around it; of what lies behind a kink the sharpness says nothing."
        + " It is blank where it is not finite. A value beyond the axis leaves the frame.";
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    new StabilityPanels(
            lines(runs.descents()), labels, "2: above it a step is unstable", "η × sharpness")
        .write(this, out);
  }

  private Map<Double, List<CurvatureLine>> lines(Map<Double, List<RunSpec>> descents) {
    Map<Double, List<CurvatureLine>> lines = new TreeMap<>();
    int columns = StabilityPanels.COLUMNS / PanelGrid.columns(descents.size());
    descents.forEach(
        (eta, specs) ->
            lines.put(eta, specs.parallelStream().map(spec -> line(spec, columns)).toList()));
    return lines;
  }

  private CurvatureLine line(RunSpec spec, int columns) {
    SharpnessCurve.Recorder recorder =
        new SharpnessCurve.Recorder(
            steps, spec.architecture(), spec.data(), spec.training().loss());
    spec.train(TracedRuns.beginning(recorder));
    List<Optional<CurvatureLine.Point>> points =
        recorder.curve().samples().stream().map(sample -> point(spec, sample)).toList();
    return CurvatureLine.of(points, Thinning.of(points.size(), columns));
  }

  private static Optional<CurvatureLine.Point> point(RunSpec spec, SharpnessCurve.Sample sample) {
    OptionalDouble lambda = sample.curvature().sharpness();
    return lambda.isPresent()
        ? Optional.of(
            new CurvatureLine.Point(
                sample.step(), spec.training().etaAt(sample.step()) * lambda.getAsDouble()))
        : Optional.empty();
  }
}
