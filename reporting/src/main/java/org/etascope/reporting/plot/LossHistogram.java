package org.etascope.reporting.plot;

/**
 * Counts of losses in buckets of equal ratio, for quantiles over any number of runs in bounded
 * memory.
 *
 * <p>Each power of two between 2^-140 and 2^60 has 16 buckets, so that a quantile is off by less
 * than 1/16 of itself. Smaller losses count as 0, larger ones and those that are not finite as
 * infinity.
 */
final class LossHistogram {
  private static final int BITS_BELOW_BUCKET = 48;
  private static final int LOWEST = bucket(0x1p-140);
  private static final int BUCKETS = bucket(0x1p60) - LOWEST;

  private final int[] counts = new int[BUCKETS];
  private long total;
  private long zeros;

  private static int bucket(double loss) {
    return (int) (Double.doubleToRawLongBits(loss) >>> BITS_BELOW_BUCKET);
  }

  /** Counts a loss, from 0, or NaN. */
  void add(double loss) {
    total++;
    int index = bucket(loss) - LOWEST;
    if (index < 0) {
      zeros++;
    } else if (index < BUCKETS) {
      counts[index]++;
    }
  }

  /**
   * Returns the smallest loss that at least a share of all losses does not exceed, interpolated
   * within its bucket.
   *
   * @param share above 0, at most 1
   */
  double quantile(double share) {
    long rank = (long) Math.ceil(share * total);
    long below = zeros;
    if (rank <= below) {
      return 0;
    }
    for (int index = 0; index < BUCKETS; index++) {
      if (rank <= below + counts[index]) {
        double low = edge(index);
        return low + (edge(index + 1) - low) * ((rank - below - 0.5) / counts[index]);
      }
      below += counts[index];
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double edge(int index) {
    return Double.longBitsToDouble((long) (LOWEST + index) << BITS_BELOW_BUCKET);
  }
}
