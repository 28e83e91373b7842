package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final int COLUMNS = 240;
  private static final double STABLE = 2;
  private static final double LOWEST = -2;
  private static final double HIGHEST = 6;
  private static final double LEAST_END = 2.5;
  private static final double MOST_DOTS = 60;
  private static final double DOT = 2.4;
  private static final double WIDTH = 760;
  private static final double LEFT_TITLE = 22;
  private static final double RIGHT = 14;
  private static final double HEADING = 26;
  private static final double BOTTOM = 44;

  private final List<EtaSummary> shown;
  private final long traced;
  private final EtaLabels labels;
  private final Legend legend =
      new Legend(
          List.of(
              new Legend.Entry(Style.STABILITY, Legend.Key.LINE, "2: above it the loss rises")));

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
    Map<Double, List<CurvatureLine>> lines = lines(runs.measured());
    Scale x = horizontal(lines);
    Scale y = vertical(lines);
    double height = LossFigure.panelHeight(lines.size());
    double left = LEFT_TITLE + Panel.labelWidth(y, height);
    double width = WIDTH - left - RIGHT;
    double top = legend.height(width) + HEADING;
    Box area = new Box(left, top, width, PanelGrid.height(lines.size(), height));
    PanelGrid grid = new PanelGrid(lines.size(), area);
    SvgWriter.write(
        out,
        WIDTH,
        area.bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          legend.draw(svg, left, 4, width);
          int index = 0;
          for (Map.Entry<Double, List<CurvatureLine>> eta : lines.entrySet()) {
            Panel panel = new Panel(grid.box(index), x, y);
            panel.grid(svg);
            svg.clipped("panel-" + index, panel.box(), clip -> marks(clip, panel, eta.getValue()));
            panel.frame(svg, grid.isLowest(index), grid.isLeftmost(index));
            int count = eta.getValue().size();
            panel.heading(
                svg, "η = " + labels.of(eta.getKey()), count == 1 ? "1 run" : count + " runs");
            index++;
          }
          svg.text(
              Style.AXIS_TITLE, Anchor.MIDDLE, area.centreX(), area.bottom() + BOTTOM - 8, "step");
          svg.upwards(Style.AXIS_TITLE, 14, area.centreY(), "η × path curvature");
        });
  }

  private static Map<Double, List<CurvatureLine>> lines(Map<Double, List<RunSpec>> measured) {
    Map<Double, List<CurvatureLine>> lines = new TreeMap<>();
    int columns = COLUMNS / PanelGrid.columns(measured.size());
    measured.forEach(
        (eta, specs) -> lines.put(eta, specs.stream().map(s -> line(s, columns)).toList()));
    return lines;
  }

  private static CurvatureLine line(RunSpec spec, int columns) {
    TraceDiagnosis diagnosis = TracedRuns.diagnosis(spec);
    int steps = Math.min(TracedRuns.MOST_STEPS, spec.training().steps());
    return CurvatureLine.of(diagnosis, Thinning.of(steps, columns));
  }

  private static Scale horizontal(Map<Double, List<CurvatureLine>> lines) {
    int last =
        lines.values().stream()
            .flatMap(List::stream)
            .flatMap(line -> line.points().stream())
            .mapToInt(CurvatureLine.Point::step)
            .max()
            .orElse(1);
    return new LinearScale(-0.02 * last, 1.02 * last, true);
  }

  /** Returns an axis over 0, 2 and the values, but for those that would flatten the others. */
  private static Scale vertical(Map<Double, List<CurvatureLine>> lines) {
    double least = 0;
    double most = LEAST_END;
    for (List<CurvatureLine> eta : lines.values()) {
      for (CurvatureLine line : eta) {
        for (CurvatureLine.Point point : line.points()) {
          least = Math.min(least, 1.05 * point.etaKappa());
          most = Math.max(most, 1.05 * point.etaKappa());
        }
      }
    }
    double start = Math.max(LOWEST, least);
    double end = Math.min(HIGHEST, most);
    return new LinearScale(start, end);
  }

  private static void marks(SvgWriter svg, Panel panel, List<CurvatureLine> lines)
      throws IOException {
    svg.line(
        Style.STABILITY, panel.box().x(), panel.y(STABLE), panel.box().right(), panel.y(STABLE));
    Style style = lines.size() == 1 ? Style.ONLY_CURVE : Style.CURVE;
    boolean dots = lines.stream().mapToInt(line -> line.points().size()).sum() <= MOST_DOTS;
    for (CurvatureLine line : lines) {
      PathData path = new PathData();
      for (List<CurvatureLine.Point> stretch : line.stretches()) {
        path.jumpTo(panel.x(stretch.get(0).step()), panel.y(stretch.get(0).etaKappa()));
        for (CurvatureLine.Point point : stretch.subList(1, stretch.size())) {
          path.to(panel.x(point.step()), panel.y(point.etaKappa()));
        }
        if (dots || stretch.size() == 1) {
          for (CurvatureLine.Point point : stretch) {
            svg.circle(Style.STEP, panel.x(point.step()), panel.y(point.etaKappa()), DOT);
          }
        }
      }
      svg.path(style, path);
    }
  }
}
