package org.etascope.reporting.plot;

import java.io.IOException;
import java.util.List;

/**
 * What the colours of a picture mean, in rows above the data.
 *
 * @param entries from left to right
 */
record Legend(List<Entry> entries) {
  private static final double ROW = 18;
  private static final double SWATCH = 20;
  private static final double GAP = 6;
  private static final double BETWEEN = 18;
  private static final double DOT = 3;

  /** How an entry shows its style. */
  enum Key {
    /** As an area. */
    AREA,
    /** As a line. */
    LINE,
    /** As a dot. */
    DOT
  }

  /**
   * One entry.
   *
   * @param style of the marks
   * @param key how the style is shown
   * @param label what the marks mean
   */
  record Entry(Style style, Key key, String label) {
    double width() {
      return SWATCH + GAP + TextWidth.of(label, Panel.TICK_SIZE);
    }
  }

  /** Copies the list. */
  Legend {
    entries = List.copyOf(entries);
  }

  /** Returns the height of the legend in a picture of some width, in pixels. */
  double height(double width) {
    double x = 0;
    int rows = 1;
    for (Entry entry : entries) {
      if (x > 0 && x + entry.width() > width) {
        rows++;
        x = 0;
      }
      x += entry.width() + BETWEEN;
    }
    return rows * ROW;
  }

  void draw(SvgWriter svg, double left, double top, double width) throws IOException {
    double x = 0;
    double y = top;
    for (Entry entry : entries) {
      if (x > 0 && x + entry.width() > width) {
        y += ROW;
        x = 0;
      }
      draw(svg, entry, left + x, y + ROW / 2);
      x += entry.width() + BETWEEN;
    }
  }

  private static void draw(SvgWriter svg, Entry entry, double x, double y) throws IOException {
    switch (entry.key()) {
      case AREA -> svg.rectangle(entry.style(), new Box(x, y - 5, SWATCH, 10));
      case LINE -> svg.line(entry.style(), x, y, x + SWATCH, y);
      case DOT -> svg.circle(entry.style(), x + SWATCH / 2, y, DOT);
    }
    svg.text(
        Style.TICK_LABEL,
        Anchor.START,
        x + SWATCH + GAP,
        y + 0.36 * Panel.TICK_SIZE,
        entry.label());
  }
}
