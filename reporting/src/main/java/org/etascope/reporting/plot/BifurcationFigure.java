package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.summary.SweepSummary;

/** The losses that runs end at, against eta: where they come back with a period, it shows. */
final class BifurcationFigure implements Figure {
  /** How many etas have their losses drawn at most. */
  static final int MOST_ETAS = 150;

  private static final int FEWEST_ETAS = 8;
  private static final double WIDTH = 760;
  private static final double LEFT_TITLE = 22;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double HEIGHT = 330;
  private static final double BOTTOM = 46;
  private static final double ROW = 1.5;
  private static final double WIDEST = 4;
  private static final double NARROWEST = 1.5;
  private static final double DEEPEST = 1e-12;
  private static final double HIGHEST = 1e6;

  private final int etas;

  BifurcationFigure(SweepSummary summary) {
    etas = summary.etas().size();
  }

  /** Returns whether so many etas were run by plain gradient descent that branches could show. */
  static boolean applies(RunSample runs) {
    return runs.tails().values().stream()
            .filter(tail -> tail.losses().findAny().isPresent())
            .count()
        >= FEWEST_ETAS;
  }

  /** Returns whether a run is of gradient descent at one eta throughout. */
  static boolean takes(RunSpec run) {
    TrainingSpec training = run.training();
    return training.isGradientDescent() && training.schedule() instanceof Schedule.Constant;
  }

  @Override
  public String file() {
    return "plots/bifurcation.svg";
  }

  @Override
  public String title() {
    return "Last losses against the learning rate";
  }

  @Override
  public String caption() {
    return "The last %s losses of the first %s runs of plain gradient descent at each learning rate η, or the second half of a run where that is fewer; those that diverged are left out. A run that settles shows as a point, one that comes back with a period as so many points, one that never does as a line. Losses below the axis lie on its lower edge, those above it are not drawn."
            .formatted(TailSample.MOST_LOSSES, TailSample.MOST_RUNS)
        + (etas > MOST_ETAS
            ? " %s of %s etas are shown, evenly chosen.".formatted(MOST_ETAS, etas)
            : "");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    SortedMap<Double, TailSample> tails = runs.tails();
    Scale y = vertical(tails.values());
    double left = LEFT_TITLE + Panel.labelWidth(y, HEIGHT);
    Box box = new Box(left, TOP, WIDTH - left - RIGHT, HEIGHT);
    double margin = StrictMath.pow(tails.lastKey() / tails.firstKey(), 0.02);
    Scale x = new LogScale(tails.firstKey() / margin, tails.lastKey() * margin);
    Panel panel = new Panel(box, x, y);
    double width = Math.max(NARROWEST, Math.min(WIDEST, 0.7 * box.width() / tails.size()));
    SvgWriter.write(
        out,
        WIDTH,
        box.bottom() + BOTTOM,
        title(),
        caption(),
        svg -> {
          panel.grid(svg);
          for (Map.Entry<Double, TailSample> eta : tails.entrySet()) {
            svg.path(Style.TAIL, marks(panel, panel.x(eta.getKey()), width, eta.getValue()));
          }
          panel.frame(svg, true, true);
          svg.text(
              Style.AXIS_TITLE,
              Anchor.MIDDLE,
              box.centreX(),
              box.bottom() + BOTTOM - 9,
              "learning rate η");
          svg.upwards(Style.AXIS_TITLE, 14, box.centreY(), "last losses");
        });
  }

  /** Returns an axis over the losses, but for those far below the others or far above the first. */
  private static Scale vertical(Collection<TailSample> tails) {
    double initial = tails.stream().mapToDouble(TailSample::largestInitial).max().orElse(0);
    double highest = initial > 0 ? HIGHEST * initial : Double.MAX_VALUE;
    LossRange range = new LossRange();
    double most =
        tails.stream()
            .flatMapToDouble(TailSample::losses)
            .filter(loss -> loss <= highest)
            .max()
            .orElse(0);
    tails.stream()
        .flatMapToDouble(TailSample::losses)
        .filter(loss -> loss >= DEEPEST * most && loss <= highest)
        .forEach(loss -> range.add(1, loss));
    return range.logarithmic();
  }

  /** Returns the outlines of the rows that any loss lies in, adjacent ones together. */
  private static PathData marks(Panel panel, double x, double width, TailSample tail) {
    int rowCount = (int) (panel.box().height() / ROW);
    BitSet rows = new BitSet();
    tail.losses()
        .map(loss -> Math.floor((panel.y(loss) - panel.box().y()) / ROW))
        .filter(row -> row >= 0)
        .forEach(row -> rows.set((int) Math.min(row, rowCount - 1)));
    PathData path = new PathData();
    int start = rows.nextSetBit(0);
    while (start >= 0) {
      int end = rows.nextClearBit(start);
      double top = panel.box().y() + start * ROW;
      double bottom = panel.box().y() + end * ROW;
      path.jumpTo(x - width / 2, top)
          .to(x + width / 2, top)
          .to(x + width / 2, bottom)
          .to(x - width / 2, bottom)
          .close();
      start = rows.nextSetBit(end);
    }
    return path;
  }
}
