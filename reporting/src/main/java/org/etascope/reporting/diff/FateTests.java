package org.etascope.reporting.diff;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/** Tests of whether two shares of a fate differ, two-sided and exact. */
final class FateTests {
  /** Outcomes as probable as the observed one are as extreme, to rounding. */
  private static final double AS_PROBABLE = 1 + 1e-7;

  private FateTests() {}

  /**
   * Returns McNemar's exact p-value for the same seeds under two conditions: of the seeds whose
   * fate changed, as many would change either way.
   *
   * <p>Source: Q. McNemar, Note on the sampling error of the difference between correlated
   * proportions or percentages, Psychometrika 12 (1947), 153-157, doi:10.1007/BF02295996.
   *
   * @param onlyFirst seeds that have the fate under the first condition only, from 0
   * @param onlySecond seeds that have it under the second only, from 0
   * @return 0 to 1; 1 where no seed changed
   */
  static double mcNemar(int onlyFirst, int onlySecond) {
    int changed = Math.addExact(onlyFirst, onlySecond);
    if (onlyFirst == onlySecond) {
      return 1;
    }
    // both tails of Bin(n, 1/2), which are alike: P(k - 1) = P(k) k / (n - k + 1)
    int k = Math.min(onlyFirst, onlySecond);
    double term = 2 * new BinomialDistribution(null, changed, 0.5).probability(k);
    double p = 0;
    while (p + term > p) {
      p += term;
      term *= k / (changed - k + 1.0);
      k--;
    }
    return Math.min(1, p);
  }

  /**
   * Returns Fisher's exact p-value for two groups of different seeds: the probability, given all
   * margins, of the tables that are no more probable than the observed one.
   *
   * <p>Source: R. A. Fisher, On the interpretation of chi-squared from contingency tables, and the
   * calculation of P, Journal of the Royal Statistical Society 85 (1922), 87-94,
   * doi:10.2307/2340521.
   *
   * @param first runs of the first group that have the fate
   * @param firstRuns runs of the first group, from 1
   * @param second runs of the second group that have the fate
   * @param secondRuns runs of the second group, from 1
   * @return 0 to 1
   */
  static double fisher(int first, int firstRuns, int second, int secondRuns) {
    HypergeometricDistribution tables =
        new HypergeometricDistribution(
            null, Math.addExact(firstRuns, secondRuns), first + second, firstRuns);
    double observed = tables.probability(first) * AS_PROBABLE;
    double p =
        IntStream.rangeClosed(tables.getSupportLowerBound(), tables.getSupportUpperBound())
            .mapToDouble(tables::probability)
            .filter(probability -> probability <= observed)
            .sum();
    return Math.min(1, p);
  }

  /**
   * Returns p-values adjusted for being several, in the same order.
   *
   * <p>Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian
   * Journal of Statistics 6 (1979), 65-70.
   */
  static List<Double> holm(List<Double> pValues) {
    int n = pValues.size();
    List<Integer> ascending =
        IntStream.range(0, n).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    Double[] adjusted = new Double[n];
    double largest = 0;
    for (int rank = 0; rank < n; rank++) {
      int index = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (n - rank) * pValues.get(index)));
      adjusted[index] = largest;
    }
    return List.of(adjusted);
  }
}
