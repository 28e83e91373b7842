package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.etascope.reporting.text.EtaLabels;

/**
 * A curvature in units of 1/eta over the steps of runs, against the 2 of stability: a panel for
 * each eta, all on the same axes.
 *
 * @param lines the runs of each eta, ascending
 * @param labels how etas are written
 * @param stability what the line at 2 means
 * @param quantity what the vertical axis shows
 */
record StabilityPanels(
    Map<Double, List<CurvatureLine>> lines, EtaLabels labels, String stability, String quantity) {
  /** How many columns a panel of the whole width shows at most. */
  static final int COLUMNS = 240;

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

  /** Writes the panels as the picture of a figure. */
  void write(Figure figure, Writer out) throws IOException {
    Legend legend =
        new Legend(List.of(new Legend.Entry(Style.STABILITY, Legend.Key.LINE, stability)));
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
        figure.title(),
        figure.caption(),
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
          svg.upwards(Style.AXIS_TITLE, 14, area.centreY(), quantity);
        });
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
          least = Math.min(least, 1.05 * point.value());
          most = Math.max(most, 1.05 * point.value());
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
        path.jumpTo(panel.x(stretch.get(0).step()), panel.y(stretch.get(0).value()));
        for (CurvatureLine.Point point : stretch.subList(1, stretch.size())) {
          path.to(panel.x(point.step()), panel.y(point.value()));
        }
        if (dots || stretch.size() == 1) {
          for (CurvatureLine.Point point : stretch) {
            svg.circle(Style.STEP, panel.x(point.step()), panel.y(point.value()), DOT);
          }
        }
      }
      svg.path(style, path);
    }
  }
}
