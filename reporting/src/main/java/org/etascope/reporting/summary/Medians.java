package org.etascope.reporting.summary;

/** The middle of sorted numbers. */
final class Medians {
  private Medians() {}

  /**
   * Returns the middle number, or the mean of the two in the middle.
   *
   * @param sorted at least one number, none below 0, ascending, possibly infinite
   */
  static double ofSorted(double[] sorted) {
    double below = sorted[(sorted.length - 1) / 2];
    double above = sorted[sorted.length / 2];
    return below == above ? below : below + (above - below) / 2;
  }
}
