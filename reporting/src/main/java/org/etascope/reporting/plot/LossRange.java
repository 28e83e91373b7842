package org.etascope.reporting.plot;

/** Between which values losses lie; those that are not finite do not count. */
final class LossRange {
  private double leastPositive = Double.POSITIVE_INFINITY;
  private double most;
  private double mostInitial;

  /** Takes a loss in. */
  void add(int step, double loss) {
    if (loss > 0 && loss <= Double.MAX_VALUE) {
      leastPositive = Math.min(leastPositive, loss);
      most = Math.max(most, loss);
      mostInitial = step == 0 ? Math.max(mostInitial, loss) : mostInitial;
    }
  }

  /** Takes other losses in. */
  void add(LossRange other) {
    leastPositive = Math.min(leastPositive, other.leastPositive);
    most = Math.max(most, other.most);
    mostInitial = Math.max(mostInitial, other.mostInitial);
  }

  /**
   * Returns an axis from 0 that ends above every loss, or at twice the largest initial loss where
   * some loss is more than four times that, so that a run that explodes does not flatten the
   * others.
   */
  Scale linear() {
    double end = most <= 4 * mostInitial ? 1.05 * most : 2 * mostInitial;
    return new LinearScale(0, end > 0 && end <= Double.MAX_VALUE ? end : 1);
  }

  /**
   * Returns a logarithmic axis over every loss, but for those above a million times the largest
   * initial loss and those below 10^-40 of its end.
   */
  Scale logarithmic() {
    double end = mostInitial > 0 ? Math.min(most, 1e6 * mostInitial) : most;
    if (!(end > 0 && leastPositive <= end)) {
      return new LogScale(0.1, 1);
    }
    double start = Math.max(Math.max(leastPositive, 1e-40 * end), Double.MIN_NORMAL);
    double margin = Math.max(1.15, StrictMath.pow(end / start, 0.04));
    return new LogScale(start / margin, Math.min(end * margin, Double.MAX_VALUE));
  }
}
