package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.etascope.reporting.summary.CumulativeIncidence;
import org.etascope.reporting.summary.Onset;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** The share of runs that have risen, and that have died, by each step, a panel for each eta. */
final class IncidenceFigure implements Figure {
  private static final double WIDTH = 760;
  private static final double LEFT_TITLE = 22;
  private static final double RIGHT = 14;
  private static final double HEADING = 28;
  private static final double BOTTOM = 44;
  private static final double MARGIN = 0.02;
  private static final Legend LEGEND =
      new Legend(
          List.of(
              new Legend.Entry(Style.RISEN, Legend.Key.LINE, "has risen"),
              new Legend.Entry(Style.DIED, Legend.Key.LINE, "has died"),
              new Legend.Entry(Style.RISEN_BAND, Legend.Key.AREA, "95 % interval"),
              new Legend.Entry(Style.DIED_BAND, Legend.Key.AREA, "95 % interval")));

  private final EtaLabels labels;
  private final int panels;
  private final int etas;

  IncidenceFigure(SweepSummary summary, RunSample runs) {
    labels = EtaLabels.of(summary.etas());
    panels = runs.onsets().size();
    etas = summary.etas().size();
  }

  /** Returns whether anything befell a run of an eta of several runs. */
  static boolean applies(RunSample runs) {
    return runs.onsets().values().stream()
        .filter(eta -> eta.runs() > 1)
        .flatMap(eta -> eta.incidences().stream())
        .anyMatch(incidence -> !incidence.points().isEmpty());
  }

  @Override
  public String file() {
    return "plots/incidence.svg";
  }

  @Override
  public String title() {
    return "Runs that have risen or died, over steps";
  }

  @Override
  public String caption() {
    return "Cumulative incidence: the share of runs whose loss has risen at a step or before, and of"
        + " those whose every output is dead from a step on, with Wilson's 95 % interval at each step;"
        + " a panel for each learning rate η, all on the same axes. A run that rises and dies"
        + " counts in both; a run in neither has descended so far. Steps stand on a logarithmic axis,"
        + " what is so at step 0 at its left edge."
        + (etas > panels ? " %s of %s etas are shown, evenly chosen.".formatted(panels, etas) : "");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    Map<Double, OnsetSample> onsets = runs.onsets();
    double last = Math.max(1, runs.lastStep());
    double margin = Math.max(1.15, StrictMath.pow(last, 0.06));
    Scale x = new LogScale(1 / margin, last * margin);
    Scale y = new LinearScale(-MARGIN, 1 + MARGIN);
    double height = LossFigure.panelHeight(panels);
    double left = LEFT_TITLE + Panel.labelWidth(y, height);
    double width = WIDTH - left - RIGHT;
    double top = LEGEND.height(width) + HEADING;
    Box area = new Box(left, top, width, PanelGrid.height(panels, height));
    PanelGrid grid = new PanelGrid(panels, area);
    SvgWriter.write(
        out,
        WIDTH,
        area.bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          LEGEND.draw(svg, left, 4, width);
          int index = 0;
          for (Map.Entry<Double, OnsetSample> eta : onsets.entrySet()) {
            Panel panel = new Panel(grid.box(index), x, y);
            panel.grid(svg);
            List<CumulativeIncidence> incidences = eta.getValue().incidences();
            svg.clipped("panel-" + index, panel.box(), clip -> marks(clip, panel, incidences));
            panel.frame(svg, grid.isLowest(index), grid.isLeftmost(index));
            long count = eta.getValue().runs();
            panel.heading(
                svg, "η = " + labels.of(eta.getKey()), count == 1 ? "1 run" : count + " runs");
            index++;
          }
          svg.text(
              Style.AXIS_TITLE, Anchor.MIDDLE, area.centreX(), area.bottom() + BOTTOM - 8, "step");
          svg.upwards(Style.AXIS_TITLE, 14, area.centreY(), "share of runs");
        });
  }

  private static void marks(SvgWriter svg, Panel panel, List<CumulativeIncidence> incidences)
      throws IOException {
    for (CumulativeIncidence incidence : incidences) {
      Stairs stairs = Stairs.of(incidence, panel);
      svg.path(band(incidence.onset()), stairs.between(Proportion::low, Proportion::high));
    }
    for (CumulativeIncidence incidence : incidences) {
      Stairs stairs = Stairs.of(incidence, panel);
      svg.path(line(incidence.onset()), stairs.line(Proportion::fraction));
    }
  }

  private static Style line(Onset onset) {
    return switch (onset) {
      case INCREASE -> Style.RISEN;
      case DEATH -> Style.DIED;
    };
  }

  private static Style band(Onset onset) {
    return switch (onset) {
      case INCREASE -> Style.RISEN_BAND;
      case DEATH -> Style.DIED_BAND;
    };
  }
}
