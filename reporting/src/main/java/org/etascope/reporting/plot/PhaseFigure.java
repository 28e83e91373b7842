package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.Digits;
import org.etascope.reporting.text.EtaLabels;

/** The most frequent fate of each cell, over eta and neurons. */
final class PhaseFigure implements Figure {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_ROWS = 60;
  private static final double WIDTH = 760;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double BOTTOM = 46;
  private static final double LEFT_TITLE = 28;
  private static final double LEAST_OPACITY = 0.25;
  private static final double ROOM_FOR_VALUE = 40;

  private final List<EtaSummary> etas;
  private final List<String> neurons;
  private final EtaLabels labels;
  private final Legend legend;
  private final Map<Place, FateCounts> cells;
  private final boolean complete;

  /** A cell of the diagram; other swept axes are pooled. */
  private record Place(double eta, String neurons) {}

  PhaseFigure(SweepSummary summary) {
    etas = EvenChoice.of(summary.etas(), MOST_COLUMNS);
    List<String> widths = widths(summary);
    neurons = EvenChoice.of(widths, MOST_ROWS);
    complete = etas.size() == summary.etas().size() && neurons.size() == widths.size();
    labels = EtaLabels.of(summary.etas());
    legend = new Legend(FateStyle.met(summary.fates()).stream().map(FateStyle::legend).toList());
    cells = new LinkedHashMap<>();
    for (CellSummary cell : summary.cells()) {
      cells.merge(new Place(cell.eta(), cell.neurons()), cell.outcomes().fates(), FateCounts::plus);
    }
  }

  /** Returns the hidden widths of a sweep, in plan order. */
  private static List<String> widths(SweepSummary summary) {
    return summary.cells().stream().map(CellSummary::neurons).distinct().toList();
  }

  /** Returns whether a sweep has more than one eta and more than one width. */
  static boolean applies(SweepSummary summary) {
    return summary.etas().size() > 1 && widths(summary).size() > 1;
  }

  @Override
  public String file() {
    return "plots/phase-diagram.svg";
  }

  @Override
  public String title() {
    return "Phase diagram over learning rate and neurons";
  }

  @Override
  public String caption() {
    return "The most frequent fate over all seeds, for each learning rate η and number of hidden"
        + " neurons; the number in a cell, and the strength of its colour, is that fate's share in"
        + " per cent. Both axes stand in order, at equal distances."
        + (complete ? "" : " Of many values some are shown, evenly chosen.");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    double rowHeight = Math.max(12, Math.min(34, 300.0 / neurons.size()));
    double height = rowHeight * neurons.size();
    double top = TOP + legend.height(WIDTH - 2 * RIGHT);
    double left = LEFT_TITLE + new OrdinalAxis(neurons, 0, 1).widestLabel() + 6;
    Box box = new Box(left, top, WIDTH - left - RIGHT, height);
    OrdinalAxis x =
        new OrdinalAxis(
            etas.stream().map(eta -> labels.of(eta.eta())).toList(), box.x(), box.width());
    OrdinalAxis y = new OrdinalAxis(neurons, box.bottom(), -height);
    SvgWriter.write(
        out,
        WIDTH,
        box.bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          legend.draw(svg, left, 4, box.width());
          for (int column = 0; column < etas.size(); column++) {
            for (int row = 0; row < neurons.size(); row++) {
              FateCounts counts = cells.get(new Place(etas.get(column).eta(), neurons.get(row)));
              if (counts != null) {
                cell(svg, x, y, column, row, counts);
              }
            }
          }
          svg.rectangle(Style.FRAME, box);
          labels(svg, x, y, box);
        });
  }

  private static void cell(
      SvgWriter svg, OrdinalAxis x, OrdinalAxis y, int column, int row, FateCounts counts)
      throws IOException {
    FateStyle fate =
        FateStyle.met(counts).stream()
            .max(Comparator.comparingLong(met -> met.count(counts)))
            .orElseThrow();
    double share = (double) fate.count(counts) / counts.runs();
    svg.rectangle(
        fate.style(),
        new Box(x.centre(column) - x.slot() / 2, y.centre(row) - y.slot() / 2, x.slot(), y.slot()),
        LEAST_OPACITY + (1 - LEAST_OPACITY) * share);
    if (x.slot() >= ROOM_FOR_VALUE && y.slot() >= 14) {
      svg.text(
          Style.CELL_VALUE,
          Anchor.MIDDLE,
          x.centre(column),
          y.centre(row) + 3.6,
          Digits.percent(share));
    }
  }

  private static void labels(SvgWriter svg, OrdinalAxis x, OrdinalAxis y, Box box)
      throws IOException {
    for (int column : x.labelled(x.widestLabel() + 8)) {
      svg.text(
          Style.TICK_LABEL,
          Anchor.MIDDLE,
          x.centre(column),
          box.bottom() + 17,
          x.labels().get(column));
    }
    for (int row : y.labelled(Panel.TICK_SIZE + 3)) {
      svg.text(Style.TICK_LABEL, Anchor.END, box.x() - 6, y.centre(row) + 4, y.labels().get(row));
    }
    svg.text(
        Style.AXIS_TITLE,
        Anchor.MIDDLE,
        box.centreX(),
        box.bottom() + BOTTOM - 9,
        "learning rate η");
    svg.upwards(Style.AXIS_TITLE, 15, box.centreY(), "hidden neurons");
  }
}
