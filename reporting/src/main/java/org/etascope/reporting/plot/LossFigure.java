package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Loss over steps, a panel for each eta, all on the same axes. */
final class LossFigure implements Figure {
  /** How many etas have a panel at most. */
  static final int MOST_PANELS = 30;

  private static final double WIDTH = 760;
  private static final double LEFT_TITLE = 22;
  private static final double RIGHT = 14;
  private static final double HEADING = 22;
  private static final double BOTTOM = 44;

  private final boolean logarithmic;
  private final List<EtaSummary> etas;
  private final EtaLabels labels;
  private final boolean quantiles;
  private final boolean lines;

  LossFigure(SweepSummary summary, boolean logarithmic) {
    this.logarithmic = logarithmic;
    this.etas = summary.etas();
    this.labels = EtaLabels.of(summary.etas());
    List<EtaSummary> shown = EvenChoice.of(etas, MOST_PANELS);
    this.quantiles = shown.stream().anyMatch(LossFigure::isCrowded);
    this.lines = !shown.stream().allMatch(LossFigure::isCrowded);
  }

  private static boolean isCrowded(EtaSummary eta) {
    return eta.outcomes().fates().trained() > LossSample.MOST_LINES;
  }

  @Override
  public String file() {
    return logarithmic ? "plots/loss-log.svg" : "plots/loss-linear.svg";
  }

  @Override
  public String title() {
    return "Loss over steps, " + (logarithmic ? "logarithmic" : "linear");
  }

  @Override
  public String caption() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Training loss at each step, a panel for each learning rate η, all on the same axes.");
    if (etas.size() > MOST_PANELS) {
      sentences.add("%s of %s etas are shown, evenly chosen.".formatted(MOST_PANELS, etas.size()));
    }
    if (lines) {
      sentences.add(
          "Each line is a run; its first certified increase is marked by a triangle where curvature caused it, by a diamond where kinks did.");
    }
    if (quantiles) {
      sentences.add(
          (lines ? "Where an eta has" : "With")
              + " more than "
              + LossSample.MOST_LINES
              + " runs, the line is their median, the dark band holds the central 50 % and the light"
              + " band the central 90 % of losses at each step, and bars hanging from the top count first"
              + " increases, the longest bar being the most frequent step.");
    }
    sentences.add("A loss beyond the axis leaves the frame.");
    return String.join(" ", sentences);
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    Map<Double, LossSample> losses = runs.losses();
    LossRange range = new LossRange();
    losses.values().forEach(sample -> range.add(sample.range()));
    Scale y = logarithmic ? range.logarithmic() : range.linear();
    int steps = losses.values().stream().mapToInt(s -> s.thinning().steps()).max().orElse(1);
    double last = Math.max(1, steps - 1);
    Scale x = new LinearScale(-0.02 * last, 1.02 * last, true);

    double panelHeight = panelHeight(losses.size());
    double left = LEFT_TITLE + Panel.labelWidth(y, panelHeight);
    Box area =
        new Box(left, HEADING, WIDTH - left - RIGHT, PanelGrid.height(losses.size(), panelHeight));
    PanelGrid grid = new PanelGrid(losses.size(), area);
    SvgWriter.write(
        out,
        WIDTH,
        area.bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          int index = 0;
          for (Map.Entry<Double, LossSample> eta : losses.entrySet()) {
            Panel panel = new Panel(grid.box(index), x, y);
            panel.grid(svg);
            String id = "panel-" + index;
            LossSample sample = eta.getValue();
            svg.clipped(id, panel.box(), clip -> new LossMarks(clip, panel).draw(sample));
            panel.frame(svg, grid.isLowest(index), grid.isLeftmost(index));
            panel.heading(svg, "η = " + labels.of(eta.getKey()), note(sample));
            index++;
          }
          svg.text(
              Style.AXIS_TITLE, Anchor.MIDDLE, area.centreX(), area.bottom() + BOTTOM - 8, "step");
          svg.upwards(Style.AXIS_TITLE, 14, area.centreY(), "loss");
        });
  }

  /** Returns the height of each of so many panels. */
  static double panelHeight(int panels) {
    return switch (PanelGrid.columns(panels)) {
      case 1 -> 300;
      case 2 -> 220;
      case 3 -> 190;
      case 4 -> 140;
      default -> 105;
    };
  }

  private static String note(LossSample sample) {
    return (sample.runs() == 1 ? "1 run" : sample.runs() + " runs")
        + (sample.rising() == 0 ? "" : ", " + sample.rising() + " rise");
  }
}
