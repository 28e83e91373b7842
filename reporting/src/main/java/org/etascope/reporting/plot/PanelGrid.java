package org.etascope.reporting.plot;

/**
 * Equal panels in rows, filled from the top left.
 *
 * @param panels how many there are, from 1
 * @param area all of them with the gaps between them
 */
record PanelGrid(int panels, Box area) {
  private static final double GAP_X = 14;
  private static final double GAP_Y = 30;
  private static final int MOST_IN_ONE_ROW = 3;
  private static final int MOST_COLUMNS = 6;

  /** Returns how many columns so many panels are set in. */
  static int columns(int panels) {
    return panels <= MOST_IN_ONE_ROW
        ? panels
        : Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(panels)));
  }

  /** Returns how many rows so many panels take. */
  static int rows(int panels) {
    return (panels + columns(panels) - 1) / columns(panels);
  }

  /** Returns the height of rows of panels, gaps included, in pixels. */
  static double height(int panels, double panelHeight) {
    return rows(panels) * (panelHeight + GAP_Y) - GAP_Y;
  }

  /** Returns the width of each panel where all have some width, in pixels. */
  static double panelWidth(int panels, double width) {
    return (width + GAP_X) / columns(panels) - GAP_X;
  }

  /** Returns where a panel lies. */
  Box box(int index) {
    int row = index / columns(panels);
    double width = panelWidth(panels, area.width());
    double height = (area.height() + GAP_Y) / rows(panels) - GAP_Y;
    return new Box(
        area.x() + (index % columns(panels)) * (width + GAP_X),
        area.y() + row * (height + GAP_Y),
        width,
        height);
  }

  /** Returns whether a panel is the first of its row. */
  boolean isLeftmost(int index) {
    return index % columns(panels) == 0;
  }

  /** Returns whether there is no panel below this one. */
  boolean isLowest(int index) {
    return index + columns(panels) >= panels;
  }
}
