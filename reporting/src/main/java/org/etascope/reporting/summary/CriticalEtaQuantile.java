package org.etascope.reporting.summary;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The eta below which all but one in twenty seeds do not fail: the 5 % quantile of their critical
 * etas, with a 95 % interval that assumes nothing of their distribution.
 *
 * <p>With n critical etas in ascending order c_(1) <= ... <= c_(n), the estimate is c_(floor(0.05
 * n) + 1). The interval is [c_(l), c_(u)] with l the largest number such that P(Bin(n, 0.05) <= l -
 * 1) <= 0.025, and u the smallest such that P(Bin(n, 0.05) <= u - 1) >= 0.975.
 *
 * <p>Source: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, Wiley 1999, section
 * 3.2.
 *
 * @param seeds n, from 1
 * @param low the largest eta tried that the estimate is not below
 * @param high the smallest eta tried that the estimate is not above; infinite where it was not
 *     reached
 * @param lowerLimit of the interval, with every critical eta at its low end; empty for fewer than
 *     72 seeds, which exclude no eta however small
 * @param upperLimit of the interval, with every critical eta at its high end; infinite where it was
 *     not reached, and for a single seed
 */
public record CriticalEtaQuantile(
    int seeds, double low, double high, OptionalDouble lowerLimit, double upperLimit) {
  private static final int ONE_IN = 20;
  private static final double TAIL = 0.025;

  /**
   * Returns the quantile of some critical etas.
   *
   * @param etas one for each seed, in any order
   * @throws IllegalArgumentException if there is none
   */
  public static CriticalEtaQuantile of(Collection<CriticalEta> etas) {
    if (etas.isEmpty()) {
      throw new IllegalArgumentException("a quantile needs a seed");
    }
    int n = etas.size();
    double[] lows = ascending(etas, CriticalEta::low);
    double[] highs = ascending(etas, CriticalEta::high);
    // how many of them lie below the quantile
    BinomialDistribution below = new BinomialDistribution(null, n, 1.0 / ONE_IN);
    // the smallest x with P(Bin <= x) >= 0.025, below which it is smaller
    int lower = below.inverseCumulativeProbability(TAIL);
    int upper = below.inverseCumulativeProbability(1 - TAIL) + 1;
    // ranks count from 1, arrays from 0
    int estimate = n / ONE_IN;
    return new CriticalEtaQuantile(
        n,
        lows[estimate],
        highs[estimate],
        lower == 0 ? OptionalDouble.empty() : OptionalDouble.of(lows[lower - 1]),
        upper > n ? Double.POSITIVE_INFINITY : highs[upper - 1]);
  }

  private static double[] ascending(
      Collection<CriticalEta> etas, ToDoubleFunction<CriticalEta> end) {
    return etas.stream().mapToDouble(end).sorted().toArray();
  }
}
