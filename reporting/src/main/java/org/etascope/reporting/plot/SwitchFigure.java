package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.etascope.core.diagnosis.Cause;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.EtaLabels;

/** Which hidden neurons of one run are on at each step, and where its loss rises. */
final class SwitchFigure implements Figure {
  /** How many neurons have a row at most. */
  static final int MOST_NEURONS = 64;

  private static final int MOST_COLUMNS = 200;
  private static final double FAINTEST = 0.15;
  private static final double WIDTH = 760;
  private static final double HEIGHT = 220;
  private static final double LOWEST_ROW = 5;
  private static final double HIGHEST_ROW = 24;
  private static final double LABEL = 13;
  private static final double LEFT_TITLE = 22;
  private static final double GAP = 6;
  private static final double RIGHT = 14;
  private static final double MARK_ROW = RiseMark.HEIGHT + 2;
  private static final double TOP = 4;
  private static final double BOTTOM = 44;

  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Legend.Entry(Style.ON, Legend.Key.AREA, "on"),
              new Legend.Entry(Style.CURVATURE_INCREASE, Legend.Key.DOT, "rise by curvature (▲)"),
              new Legend.Entry(Style.KINK_INCREASE, Legend.Key.DOT, "rise by kinks (◆)")));

  private final SweepRun run;
  private final EtaLabels labels;

  SwitchFigure(SweepRun run, EtaLabels labels) {
    this.run = run;
    this.labels = labels;
  }

  /** Returns whether a hidden neuron of a run has a kink. */
  static boolean applies(SweepRun run) {
    return !SwitchRaster.neurons(run.result().spec().architecture()).isEmpty();
  }

  @Override
  public String file() {
    return "plots/switches.svg";
  }

  @Override
  public String title() {
    return "Neurons that are on";
  }

  @Override
  public String caption() {
    int neurons = SwitchRaster.neurons(run.result().spec().architecture()).size();
    return "Hidden neurons of run %s (η = %s, seed %s), layer by layer, over at most its first %s steps."
            .formatted(run.name(), labels.of(run.eta()), run.seed(), TracedRuns.MOST_STEPS)
        + " A cell is filled where the neuron is on for at least one point, the more strongly the larger the share of points on which it is on."
        + (neurons > MOST_NEURONS
            ? " The first %s of %s neurons are shown.".formatted(MOST_NEURONS, neurons)
            : "")
        + (run.result().spec().training().steps() > MOST_COLUMNS
            ? " Of more than %s steps, neighbours share a cell, which shows their mean, and a mark."
                .formatted(MOST_COLUMNS)
            : "")
        + " Certified increases are marked on top, by a triangle where curvature caused them, by a diamond above where kinks did.";
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    SwitchRaster raster = SwitchRaster.of(run.result().spec(), MOST_NEURONS);
    int rows = raster.neurons().size();
    double row = Math.min(HIGHEST_ROW, Math.max(LOWEST_ROW, HEIGHT / rows));
    List<String> names = raster.neurons().stream().map(SwitchFigure::name).toList();
    double left = LEFT_TITLE + GAP + new OrdinalAxis(names, 0, row * rows).widestLabel();
    double width = WIDTH - left - RIGHT;
    double top = TOP + LEGEND.height(width) + GAP + 2 * MARK_ROW;
    Panel panel =
        new Panel(
            new Box(left, top, width, row * rows),
            new LinearScale(-0.5, raster.steps() - 0.5, true),
            new LinearScale(0, rows, true));
    OrdinalAxis axis = new OrdinalAxis(names, top, row * rows);
    SvgWriter.write(
        out,
        WIDTH,
        panel.box().bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          LEGEND.draw(svg, left, TOP, width);
          Thinning thinning = Thinning.of(raster.steps(), MOST_COLUMNS);
          for (int index = 0; index < rows; index++) {
            cells(svg, panel, raster, thinning, index);
          }
          marks(svg, panel, raster, thinning);
          borders(svg, panel, raster);
          panel.frame(svg, true, false);
          for (int index : axis.labelled(LABEL)) {
            svg.text(
                Style.TICK_LABEL,
                Anchor.END,
                left - GAP,
                axis.centre(index) + 0.36 * Panel.TICK_SIZE,
                names.get(index));
          }
          svg.text(
              Style.AXIS_TITLE,
              Anchor.MIDDLE,
              panel.box().centreX(),
              panel.box().bottom() + BOTTOM - 8,
              "step");
          svg.upwards(Style.AXIS_TITLE, 14, panel.box().centreY(), "layer.neuron");
        });
  }

  private static String name(SwitchRaster.Neuron neuron) {
    return "%s.%s".formatted(neuron.layer() + 1, neuron.index() + 1);
  }

  private static void cells(
      SvgWriter svg, Panel panel, SwitchRaster raster, Thinning thinning, int row)
      throws IOException {
    double height = panel.box().height() / raster.neurons().size();
    double top = panel.box().y() + row * height;
    double margin = Math.min(1, height / 10);
    for (int column = 0; column < thinning.columns(); column++) {
      double share = raster.share(row, thinning.firstStep(column), thinning.lastStep(column));
      if (share > 0) {
        double from = panel.x(thinning.firstStep(column) - 0.5);
        double to = panel.x(thinning.lastStep(column) + 0.5);
        svg.rectangle(
            Style.ON,
            new Box(from, top + margin, to - from, height - 2 * margin),
            FAINTEST + (1 - FAINTEST) * share);
      }
    }
  }

  private static void marks(SvgWriter svg, Panel panel, SwitchRaster raster, Thinning thinning)
      throws IOException {
    for (int column = 0; column < thinning.columns(); column++) {
      int first = thinning.firstStep(column);
      int last = thinning.lastStep(column);
      double x = panel.x((first + last) / 2.0);
      double bottom = panel.box().y() - 2;
      if (raster.rises(Cause.CURVATURE, first, last)) {
        RiseMark.draw(svg, Cause.CURVATURE, x, bottom);
      }
      if (raster.rises(Cause.KINK, first, last)) {
        RiseMark.draw(svg, Cause.KINK, x, bottom - MARK_ROW);
      }
    }
  }

  private static void borders(SvgWriter svg, Panel panel, SwitchRaster raster) throws IOException {
    int rows = raster.neurons().size();
    for (int row = 1; row < rows; row++) {
      if (raster.neurons().get(row).layer() != raster.neurons().get(row - 1).layer()) {
        double y = panel.box().y() + row * panel.box().height() / rows;
        svg.line(Style.FRAME, panel.box().x(), y, panel.box().right(), y);
      }
    }
  }
}
