package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** The shares of fates at each eta, stacked. */
final class FateFigure implements Figure {
  private static final int MOST_BARS = 200;
  private static final double WIDTH = 760;
  private static final double LEFT = 66;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double HEIGHT = 250;
  private static final double BOTTOM = 46;
  private static final double WIDEST_BAR = 70;
  private static final double MOST_CAP = 5;

  private final List<EtaSummary> etas;
  private final int all;
  private final EtaLabels labels;
  private final Legend legend;

  FateFigure(SweepSummary summary) {
    etas = EvenChoice.of(summary.etas(), MOST_BARS);
    all = summary.etas().size();
    labels = EtaLabels.of(summary.etas());
    legend =
        new Legend(
            Stream.concat(
                    FateStyle.met(summary.fates()).stream().map(FateStyle::legend),
                    Stream.of(
                        new Legend.Entry(
                            Style.INTERVAL, Legend.Key.LINE, "95 % interval of monotone")))
                .toList());
  }

  @Override
  public String file() {
    return "plots/fates.svg";
  }

  @Override
  public String title() {
    return "Fates against the learning rate";
  }

  @Override
  public String caption() {
    return "What became of the runs at each learning rate η, as shares of all its runs."
        + " The line over a bar is Wilson's 95 % interval of the share that descends at every step."
        + " Etas stand in ascending order, at equal distances."
        + (all > etas.size()
            ? " %s of %s etas are shown, evenly chosen.".formatted(etas.size(), all)
            : "");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    double width = WIDTH - LEFT - RIGHT;
    double top = TOP + legend.height(width);
    Panel panel =
        new Panel(
            new Box(LEFT, top, width, HEIGHT),
            new LinearScale(0, etas.size()),
            new LinearScale(0, 1));
    OrdinalAxis axis =
        new OrdinalAxis(etas.stream().map(eta -> labels.of(eta.eta())).toList(), LEFT, width);
    SvgWriter.write(
        out,
        WIDTH,
        panel.box().bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          legend.draw(svg, LEFT, 4, width);
          for (int index = 0; index < etas.size(); index++) {
            bar(svg, panel, axis, index);
          }
          panel.frame(svg, false, true);
          for (int index : axis.labelled(axis.widestLabel() + 8)) {
            svg.text(
                Style.TICK_LABEL,
                Anchor.MIDDLE,
                axis.centre(index),
                panel.box().bottom() + 17,
                axis.labels().get(index));
          }
          svg.text(
              Style.AXIS_TITLE,
              Anchor.MIDDLE,
              panel.box().centreX(),
              panel.box().bottom() + BOTTOM - 9,
              "learning rate η");
          svg.upwards(Style.AXIS_TITLE, 16, panel.box().centreY(), "share of runs");
        });
  }

  private void bar(SvgWriter svg, Panel panel, OrdinalAxis axis, int index) throws IOException {
    FateCounts counts = etas.get(index).outcomes().fates();
    double width = Math.min(WIDEST_BAR, 0.82 * axis.slot());
    long below = 0;
    for (FateStyle fate : FateStyle.met(counts)) {
      double bottom = panel.y((double) below / counts.runs());
      below += fate.count(counts);
      double top = panel.y((double) below / counts.runs());
      svg.rectangle(
          fate.style(), new Box(axis.centre(index) - width / 2, top, width, bottom - top));
    }
    Optional<Proportion> monotone = counts.monotone();
    if (monotone.isPresent()) {
      interval(svg, panel, axis.centre(index), Math.min(MOST_CAP, width / 3), monotone.get());
    }
  }

  private static void interval(
      SvgWriter svg, Panel panel, double x, double cap, Proportion monotone) throws IOException {
    double low = panel.y(monotone.low());
    double high = panel.y(monotone.high());
    svg.path(
        Style.INTERVAL,
        new PathData()
            .to(x, low)
            .to(x, high)
            .jumpTo(x - cap, low)
            .to(x + cap, low)
            .jumpTo(x - cap, high)
            .to(x + cap, high));
  }
}
