package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Eta times path curvature over steps of traced runs, a panel for each eta. */
final class PathCurvatureFigure implements Figure {
  /** How many runs of an eta are drawn at most. */
  static final int MOST_RUNS = 4;

  private final List<EtaSummary> shown;
  private final long traced;
  private final EtaLabels labels;

  PathCurvatureFigure(Sweep sweep, SweepSummary summary) {
    shown = panels(sweep, summary);
    traced = traced(sweep, summary).size();
    labels = EtaLabels.of(summary.etas());
  }

  /** Returns whether a run has an update by plain gradient descent, which a path leads along. */
  static boolean measures(SweepRun run) {
    return run.result().spec().training().isGradientDescent()
        && run.result().spec().training().steps() > 1;
  }

  /** Returns the etas that have a panel, ascending. */
  static List<EtaSummary> panels(Sweep sweep, SweepSummary summary) {
    return EvenChoice.of(traced(sweep, summary), LossFigure.MOST_PANELS);
  }

  private static List<EtaSummary> traced(Sweep sweep, SweepSummary summary) {
    return summary.etas().stream()
        .filter(eta -> sweep.traces().count(eta.outcomes().fates()) > 0)
        .toList();
  }

  @Override
  public String file() {
    return "plots/path-curvature.svg";
  }

  @Override
  public String title() {
    return "Path curvature over steps";
  }

  @Override
  public String caption() {
    return "η times the curvature of the loss along the update that led to each step, of the first %s traced runs of each learning rate η at most, over at most their first %s steps; a panel for each η, all on the same axes."
            .formatted(MOST_RUNS, TracedRuns.MOST_STEPS)
        + (traced > shown.size()
            ? " %s of %s etas with traced runs are shown, evenly chosen."
                .formatted(shown.size(), traced)
            : "")
        + " The loss rises exactly where it is above 2, the dashed line."
        + " It is blank where rounding blurs it or a quantity overflows."
        + " A value beyond the axis leaves the frame.";
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    new StabilityPanels(
            lines(runs.measured()), labels, "2: above it the loss rises", "η × path curvature")
        .write(this, out);
  }

  private static Map<Double, List<CurvatureLine>> lines(Map<Double, List<RunSpec>> measured) {
    Map<Double, List<CurvatureLine>> lines = new TreeMap<>();
    int columns = StabilityPanels.COLUMNS / PanelGrid.columns(measured.size());
    measured.forEach(
        (eta, specs) -> lines.put(eta, specs.stream().map(s -> line(s, columns)).toList()));
    return lines;
  }

  private static CurvatureLine line(RunSpec spec, int columns) {
    TraceDiagnosis diagnosis = TracedRuns.diagnosis(spec);
    int steps = Math.min(TracedRuns.MOST_STEPS, spec.training().steps());
    return CurvatureLine.of(points(diagnosis), Thinning.of(steps, columns));
  }

  /** Returns the value at each step, where there is one. */
  static List<Optional<CurvatureLine.Point>> points(TraceDiagnosis run) {
    return IntStream.range(0, run.steps().size())
        .mapToObj(
            step ->
                run.steps()
                    .get(step)
                    .pathCurvature()
                    .map(path -> new CurvatureLine.Point(step, path.etaKappa())))
        .toList();
  }
}
