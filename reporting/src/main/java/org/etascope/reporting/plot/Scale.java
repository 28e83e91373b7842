package org.etascope.reporting.plot;

import java.util.List;

/** How values become places along an axis. */
sealed interface Scale permits LinearScale, LogScale {
  /** How far beyond the ends of its axis a mark may lie; what is further off is drawn there. */
  double MARGIN = 0.1;

  /**
   * Returns the place of a value along the axis: 0 at its beginning, 1 at its end. What lies beyond
   * either end, infinity included, is at most {@link #MARGIN} off; NaN is taken for infinity.
   */
  double position(double value);

  /**
   * Returns round values within the axis, ascending.
   *
   * @param most how many there may be, from 2
   */
  List<Tick> ticks(int most);

  /** Keeps a position within reach of the axis. */
  static double bounded(double position) {
    return Double.isNaN(position) ? 1 + MARGIN : Math.min(1 + MARGIN, Math.max(-MARGIN, position));
  }
}
