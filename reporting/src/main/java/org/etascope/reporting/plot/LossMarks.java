package org.etascope.reporting.plot;

import java.io.IOException;
import java.util.List;
import org.etascope.core.diagnosis.LossIncrease;

/** The marks inside a panel of losses over steps. */
final class LossMarks {
  private static final double MOST_DOTS = 60;
  private static final double DOT = 2.4;
  private static final double SHARE_FOR_RISES = 0.12;

  private final SvgWriter svg;
  private final Panel panel;

  LossMarks(SvgWriter svg, Panel panel) {
    this.svg = svg;
    this.panel = panel;
  }

  void draw(LossSample sample) throws IOException {
    if (sample.hasQuantiles()) {
      band(Style.WIDE_BAND, sample, LossSample.LOW, LossSample.HIGH);
      band(Style.NARROW_BAND, sample, 0.25, 0.75);
      firstRises(sample);
      median(sample);
    } else {
      lines(sample.lines().toList());
    }
  }

  private void lines(List<LossLine> lines) throws IOException {
    Style style = lines.size() == 1 ? Style.ONLY_CURVE : Style.CURVE;
    for (LossLine line : lines) {
      PathData path = new PathData();
      line.vertices().forEach(vertex -> path.to(x(vertex), y(vertex)));
      svg.path(style, path);
    }
    boolean dots = lines.stream().mapToInt(line -> line.vertices().size()).sum() <= MOST_DOTS;
    for (LossLine line : lines) {
      if (dots) {
        for (Vertex vertex : line.vertices()) {
          svg.circle(Style.STEP, x(vertex), y(vertex), DOT);
        }
      }
    }
    for (LossLine line : lines) {
      if (line.rise().isPresent()) {
        rise(line.rise().get());
      }
    }
  }

  /** Stands over the loss that is higher, within the frame where that is not. */
  private void rise(LossIncrease rise) throws IOException {
    double x = panel.x(rise.step());
    double y = Math.max(panel.box().y() + RiseMark.HEIGHT + 1, panel.y(rise.after()) - DOT - 1);
    RiseMark.draw(svg, rise.cause(), x, y);
  }

  private void band(Style style, LossSample sample, double low, double high) throws IOException {
    Thinning thinning = sample.thinning();
    PathData path = new PathData();
    for (int column = 0; column < thinning.columns(); column++) {
      path.to(panel.x(thinning.lastStep(column)), panel.y(sample.quantile(column, high)));
    }
    for (int column = thinning.columns() - 1; column >= 0; column--) {
      path.to(panel.x(thinning.lastStep(column)), panel.y(sample.quantile(column, low)));
    }
    svg.path(style, path.close());
  }

  private void median(LossSample sample) throws IOException {
    Thinning thinning = sample.thinning();
    PathData path = new PathData();
    for (int column = 0; column < thinning.columns(); column++) {
      path.to(panel.x(thinning.lastStep(column)), panel.y(sample.quantile(column, 0.5)));
    }
    svg.path(Style.ONLY_CURVE, path);
  }

  private void firstRises(LossSample sample) throws IOException {
    int columns = sample.thinning().columns();
    int most = 0;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, sample.firstRises(column));
    }
    double width = Math.max(1, 0.8 * panel.box().width() / columns);
    for (int column = 0; column < columns; column++) {
      if (sample.firstRises(column) > 0) {
        double height = SHARE_FOR_RISES * panel.box().height() * sample.firstRises(column) / most;
        double x = panel.x(sample.thinning().lastStep(column)) - width / 2;
        svg.rectangle(Style.INCREASE, new Box(x, panel.box().y(), width, height));
      }
    }
  }

  private double x(Vertex vertex) {
    return panel.x(vertex.step());
  }

  private double y(Vertex vertex) {
    return panel.y(vertex.loss());
  }
}
