package org.etascope.reporting.summary;

import java.util.Arrays;

/**
 * The final losses of several runs. A loss that is not finite counts as infinite, so that a run
 * that diverged ends above all that did not.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 */
public record FinalLosses(double median, double min, double max) {
  /**
   * Summarises losses.
   *
   * @param losses at least one
   */
  static FinalLosses of(double[] losses) {
    double[] sorted =
        Arrays.stream(losses)
            .map(loss -> Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    return new FinalLosses(Medians.ofSorted(sorted), sorted[0], sorted[sorted.length - 1]);
  }
}
