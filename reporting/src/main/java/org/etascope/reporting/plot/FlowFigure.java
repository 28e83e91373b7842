package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.DoubleStream;
import org.etascope.reporting.summary.FlowComparison;
import org.etascope.reporting.summary.FlowComparisons;

/** The critical etas that are observed against those that gradient flows foretell. */
final class FlowFigure implements Figure {
  private static final double WIDTH = 480;
  private static final double LEFT_TITLE = 22;
  private static final double TOP = 30;
  private static final double SIDE = 380;
  private static final double BOTTOM = 46;
  private static final double DOT = 3;
  private static final double MARGIN = 1.1;
  private static final double DECADE = 10;

  private final List<FlowComparison> points;
  private final int all;
  private final Legend legend =
      new Legend(
          List.of(
              new Legend.Entry(Style.STEP, Legend.Key.DOT, "a network and seed"),
              new Legend.Entry(Style.STABILITY, Legend.Key.LINE, "as foretold")));

  FlowFigure(FlowComparisons flows) {
    points = points(flows);
    all = flows.all().size();
  }

  /** Returns whether any critical eta is both observed and foretold. */
  static boolean applies(FlowComparisons flows) {
    return !points(flows).isEmpty();
  }

  private static List<FlowComparison> points(FlowComparisons flows) {
    return flows.all().stream().filter(flow -> flow.ratio().isPresent()).toList();
  }

  @Override
  public String file() {
    return "plots/flow-prediction.svg";
  }

  @Override
  public String title() {
    return "Observed critical eta against the gradient flow's";
  }

  @Override
  public String caption() {
    return "A point for each network and seed with both: the smallest η of the sweep at which"
        + " curvature made the loss rise, against the largest at which the sharpness along the"
        + " gradient flow stays at or below 2/η. %s of %s flows have both."
            .formatted(points.size(), all)
        + " On the dashed diagonal they are equal; observations lie on the etas of the sweep, and"
        + " so up to one of its intervals above.";
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    Scale scale = scale();
    double left = LEFT_TITLE + Panel.labelWidth(scale, SIDE);
    Panel panel = new Panel(new Box(left, TOP, SIDE, SIDE), scale, scale);
    SvgWriter.write(
        out,
        WIDTH,
        panel.box().bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          legend.draw(svg, left, 4, SIDE);
          panel.grid(svg);
          svg.line(
              Style.STABILITY,
              panel.box().x(),
              panel.box().bottom(),
              panel.box().right(),
              panel.box().y());
          for (FlowComparison point : points) {
            svg.circle(
                Style.STEP,
                panel.x(point.foretold().orElseThrow()),
                panel.y(point.observed().orElseThrow()),
                DOT);
          }
          panel.frame(svg, true, true);
          svg.text(
              Style.AXIS_TITLE,
              Anchor.MIDDLE,
              panel.box().centreX(),
              panel.box().bottom() + BOTTOM - 9,
              "foretold critical η");
          svg.upwards(Style.AXIS_TITLE, 14, panel.box().centreY(), "observed critical η");
        });
  }

  /** Returns the axis that both directions share, over all values: of ratios if they are large. */
  private Scale scale() {
    double start = values().min().orElseThrow() / MARGIN;
    double end = values().max().orElseThrow() * MARGIN;
    return end < DECADE * start
        ? new LinearScale(start, end)
        : new LogScale(start, Math.min(Double.MAX_VALUE, end));
  }

  private DoubleStream values() {
    return points.stream()
        .flatMapToDouble(
            point ->
                DoubleStream.of(point.observed().orElseThrow(), point.foretold().orElseThrow()));
  }
}
