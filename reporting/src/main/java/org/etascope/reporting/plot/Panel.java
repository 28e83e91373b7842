package org.etascope.reporting.plot;

import java.io.IOException;
import java.util.List;

/**
 * A framed area with two axes: the one frame that all plots over numbers share.
 *
 * @param box where data are drawn
 * @param x the horizontal axis, from left to right
 * @param y the vertical axis, from bottom to top
 */
record Panel(Box box, Scale x, Scale y) {
  static final double TICK_SIZE = 11;
  private static final double PIXELS_AN_X_TICK = 52;
  private static final double PIXELS_A_Y_TICK = 26;
  private static final double GAP = 6;
  private static final double HEADING_GAP = 7;

  double x(double value) {
    return box.x() + x.position(value) * box.width();
  }

  double y(double value) {
    return box.bottom() - y.position(value) * box.height();
  }

  /** Draws the grid, to lie behind the data. */
  void grid(SvgWriter svg) throws IOException {
    for (Tick tick : xTicks()) {
      double at = box.x() + tick.position() * box.width();
      svg.line(Style.GRID, at, box.y(), at, box.bottom());
    }
    for (Tick tick : yTicks()) {
      double at = box.bottom() - tick.position() * box.height();
      svg.line(Style.GRID, box.x(), at, box.right(), at);
    }
  }

  /**
   * Draws the frame and the numbers at the ticks.
   *
   * @param below whether the horizontal axis has its numbers
   * @param left whether the vertical axis has its numbers
   */
  void frame(SvgWriter svg, boolean below, boolean left) throws IOException {
    svg.rectangle(Style.FRAME, box);
    if (below) {
      for (Tick tick : xTicks()) {
        double at = box.x() + tick.position() * box.width();
        svg.text(Style.TICK_LABEL, Anchor.MIDDLE, at, box.bottom() + GAP + TICK_SIZE, tick.label());
      }
    }
    if (left) {
      for (Tick tick : yTicks()) {
        double at = box.bottom() - tick.position() * box.height();
        svg.text(Style.TICK_LABEL, Anchor.END, box.x() - GAP, at + 0.36 * TICK_SIZE, tick.label());
      }
    }
  }

  /** Writes what the panel shows above it, and a note at its right end where there is room. */
  void heading(SvgWriter svg, String heading, String note) throws IOException {
    double y = box.y() - HEADING_GAP;
    svg.text(Style.HEADING, Anchor.START, box.x(), y, heading);
    if (TextWidth.of(heading, 13) + TextWidth.of(note, 10) < box.width()) {
      svg.text(Style.NOTE, Anchor.END, box.right(), y, note);
    }
  }

  /** Returns how much room the numbers of a vertical axis of some height take. */
  static double labelWidth(Scale y, double height) {
    return GAP
        + y.ticks(most(height, PIXELS_A_Y_TICK)).stream()
            .mapToDouble(tick -> TextWidth.of(tick.label(), TICK_SIZE))
            .max()
            .orElse(0);
  }

  private List<Tick> xTicks() {
    return x.ticks(most(box.width(), PIXELS_AN_X_TICK));
  }

  private List<Tick> yTicks() {
    return y.ticks(most(box.height(), PIXELS_A_Y_TICK));
  }

  private static int most(double length, double pixelsATick) {
    return Math.max(2, (int) (length / pixelsATick));
  }
}
