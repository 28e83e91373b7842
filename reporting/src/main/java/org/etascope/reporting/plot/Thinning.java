package org.etascope.reporting.plot;

/**
 * Steps gathered into so many columns that a picture can show them.
 *
 * <p>Column c ends at step c (steps - 1) / (columns - 1), rounded down, and begins behind the one
 * before; the first is step 0 alone.
 *
 * @param steps from 1
 * @param columns from 1, at most as many as steps
 */
record Thinning(int steps, int columns) {
  /** Returns a thinning to a number of columns, or to as many as there are steps. */
  static Thinning of(int steps, int mostColumns) {
    return new Thinning(steps, Math.min(steps, mostColumns));
  }

  /** Returns the last step of a column. */
  int lastStep(int column) {
    return columns == 1 ? 0 : (int) ((long) column * (steps - 1) / (columns - 1));
  }

  /** Returns the first step of a column. */
  int firstStep(int column) {
    return column == 0 ? 0 : lastStep(column - 1) + 1;
  }

  /** Returns the column of a step; one beyond the steps is in the last. */
  int column(int step) {
    int column = (int) Math.min(columns - 1L, (long) step * (columns - 1) / Math.max(1, steps - 1));
    return column < columns - 1 && lastStep(column) < step ? column + 1 : column;
  }
}
