package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Data of one feature and one target with fitted curves, in the units of the user's table. */
final class FitFigure implements Figure {
  /** How many etas have a curve at most. */
  static final int MOST_FITS = 5;

  private static final List<Style> SERIES =
      List.of(Style.SERIES_1, Style.SERIES_2, Style.SERIES_3, Style.SERIES_4, Style.SERIES_5);

  private static final int MOST_POINTS = 5_000;
  private static final int CURVE_POINTS = 240;
  private static final double WIDTH = 760;
  private static final double HEIGHT = 330;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double LEFT_TITLE = 22;
  private static final double BOTTOM = 46;
  private static final double DOT = 3;
  private static final double MOST_STRETCH = 3;
  private static final double TITLE_SIZE = 12;

  private final ScaledData data;
  private final EtaLabels labels;

  FitFigure(Sweep sweep, SweepSummary summary) {
    data = sweep.data();
    labels = EtaLabels.of(summary.etas());
  }

  /** Returns whether the data have one feature and one target. */
  static boolean applies(Sweep sweep) {
    return sweep.data().original().features() == 1 && sweep.data().original().targets() == 1;
  }

  @Override
  public String file() {
    return "plots/fit.svg";
  }

  @Override
  public String title() {
    return "Data and fit";
  }

  @Override
  public String caption() {
    int points = data.original().points();
    return "The data and, for up to %s learning rates, the network after the last update of that run of the eta whose final loss is smallest; in the units of the data."
            .formatted(MOST_FITS)
        + (points > MOST_POINTS
            ? " %s of %s points are shown, evenly chosen.".formatted(MOST_POINTS, points)
            : "");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    Dataset points = data.original();
    LinearScale x = LinearScale.around(points.featureValues());
    List<FittedCurve> curves =
        runs.best().stream().map(run -> FittedCurve.of(run, data, x, CURVE_POINTS)).toList();
    Scale y = vertical(points.targetValues(), curves);
    Legend legend = legend(curves);
    double left = LEFT_TITLE + Panel.labelWidth(y, HEIGHT);
    double width = WIDTH - left - RIGHT;
    Panel panel = new Panel(new Box(left, TOP + legend.height(width), width, HEIGHT), x, y);
    SvgWriter.write(
        out,
        WIDTH,
        panel.box().bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          legend.draw(svg, left, 4, width);
          panel.grid(svg);
          svg.clipped("panel", panel.box(), clip -> marks(clip, panel, curves));
          panel.frame(svg, true, true);
          svg.text(
              Style.AXIS_TITLE,
              Anchor.MIDDLE,
              panel.box().centreX(),
              panel.box().bottom() + BOTTOM - 9,
              TextWidth.fitting(points.featureNames().get(0), TITLE_SIZE, width));
          svg.upwards(
              Style.AXIS_TITLE,
              14,
              panel.box().centreY(),
              TextWidth.fitting(points.targetNames().get(0), TITLE_SIZE, HEIGHT));
        });
  }

  /** Returns an axis over the targets, and over the curves too unless they dwarf them. */
  private static Scale vertical(double[] targets, List<FittedCurve> curves) {
    LinearScale overTargets = LinearScale.around(targets);
    double[] all =
        DoubleStream.concat(
                Arrays.stream(targets),
                curves.stream().flatMap(c -> c.y().stream()).mapToDouble(v -> v))
            .filter(Double::isFinite)
            .toArray();
    LinearScale overAll = LinearScale.around(all);
    boolean dwarfed =
        overAll.max() - overAll.min() > MOST_STRETCH * (overTargets.max() - overTargets.min());
    return dwarfed ? overTargets : overAll;
  }

  private Legend legend(List<FittedCurve> curves) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry(Style.POINT, Legend.Key.DOT, "data"));
    for (int k = 0; k < curves.size(); k++) {
      entries.add(
          new Legend.Entry(
              SERIES.get(k), Legend.Key.LINE, "fit at η = " + labels.of(curves.get(k).eta())));
    }
    return new Legend(entries);
  }

  private void marks(SvgWriter svg, Panel panel, List<FittedCurve> curves) throws IOException {
    Dataset points = data.original();
    for (int k = 0; k < curves.size(); k++) {
      PathData path = new PathData();
      FittedCurve curve = curves.get(k);
      for (int i = 0; i < curve.x().size(); i++) {
        path.to(panel.x(curve.x().get(i)), panel.y(curve.y().get(i)));
      }
      svg.path(SERIES.get(k), path);
    }
    List<Integer> shown =
        EvenChoice.of(IntStream.range(0, points.points()).boxed().toList(), MOST_POINTS);
    for (int p : shown) {
      svg.circle(Style.POINT, panel.x(points.feature(0, p)), panel.y(points.target(0, p)), DOT);
    }
  }
}
