package org.etascope.reporting.diff;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test of whether the losses of the same seeds differ under two conditions,
 * two-sided: were the two alike, each difference would be as likely to have the other sign.
 *
 * <p>What is compared is log(L + B), with B what rounding may have done to either loss L, so that
 * losses at the floor of this arithmetic differ by little. A run that diverged counts as infinite:
 * its difference ranks above all finite ones, and two that diverged are equal. Equal losses are
 * left out, as Wilcoxon did; equal differences share the mean of their ranks.
 *
 * <p>Source: F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945),
 * 80-83, doi:10.2307/3001968; with shared ranks W. J. Conover, Practical Nonparametric Statistics,
 * 3rd edition, Wiley 1999, section 5.7.
 *
 * @param higher pairs in which the second loss is higher
 * @param lower pairs in which it is lower
 * @param equal pairs in which neither is, which do not count
 * @param rankSum the sum of the ranks of those where it is higher, 0 to n (n + 1) / 2 for n =
 *     higher + lower
 * @param p 0 to 1: exact up to {@value #MOST_EXACT} different pairs, by the normal distribution
 *     beyond; 1 where all are equal
 * @param omitted pairs that were left out, because there were more than {@value #MOST_PAIRS}
 */
public record SignedRanks(
    int higher, int lower, int equal, double rankSum, double p, long omitted) {
  /** The most pairs that count, the first ones added. */
  public static final int MOST_PAIRS = 100_000;

  /** The most different pairs whose every change of signs is counted. */
  public static final int MOST_EXACT = 100;

  /** Gathers the pairs; keeps a number of each. */
  public static final class Recorder {
    private double[] differences = new double[16];
    private int pairs;
    private long omitted;

    /**
     * Adds a pair.
     *
     * @param first L + B under the first condition, above 0; infinite or NaN where the run diverged
     * @param second L + B under the second
     */
    public void add(double first, double second) {
      if (pairs == MOST_PAIRS) {
        omitted++;
        return;
      }
      if (pairs == differences.length) {
        differences = Arrays.copyOf(differences, Math.min(2 * pairs, MOST_PAIRS));
      }
      differences[pairs++] = difference(logarithm(first), logarithm(second));
    }

    private static double logarithm(double loss) {
      return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : StrictMath.log(loss);
    }

    private static double difference(double first, double second) {
      return first == second ? 0 : second - first;
    }

    /** Tests the pairs added. */
    public SignedRanks test() {
      double[] sizes =
          Arrays.stream(differences, 0, pairs)
              .map(Math::abs)
              .filter(size -> size > 0)
              .sorted()
              .toArray();
      int[] doubledRanks = doubledRanks(sizes);
      int higher = 0;
      long doubledSum = 0;
      for (int k = 0; k < pairs; k++) {
        if (differences[k] > 0) {
          higher++;
          doubledSum += doubledRanks[Arrays.binarySearch(sizes, differences[k])];
        }
      }
      return new SignedRanks(
          higher,
          sizes.length - higher,
          pairs - sizes.length,
          doubledSum / 2.0,
          sizes.length <= MOST_EXACT
              ? exact(doubledRanks, doubledSum)
              : approximate(doubledRanks, doubledSum),
          omitted);
    }
  }

  /** Twice the ranks, from 1, of ascending sizes of differences; those that share one are whole. */
  private static int[] doubledRanks(double[] sizes) {
    int[] ranks = new int[sizes.length];
    int first = 0;
    while (first < ranks.length) {
      int end = first + 1;
      while (end < ranks.length && sizes[end] == sizes[first]) {
        end++;
      }
      // the ranks first + 1 to end have the mean (first + 1 + end) / 2
      Arrays.fill(ranks, first, end, first + 1 + end);
      first = end;
    }
    return ranks;
  }

  /** The share of the 2^n choices of signs whose sum is as far from the middle, or farther. */
  private static double exact(int[] doubledRanks, long doubledSum) {
    int total = Arrays.stream(doubledRanks).sum();
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      // P(S = s) = (P(S' = s) + P(S' = s - rank)) / 2
      for (int s = reached; s >= 0; s--) {
        probability[s] = 0.5 * (probability[s] + (s >= rank ? probability[s - rank] : 0));
      }
    }
    double tail = 0;
    for (int s = 0; s <= Math.min(doubledSum, total - doubledSum); s++) {
      tail += probability[s];
    }
    return Math.min(1, 2 * tail);
  }

  /** W+ has the mean sum r / 2 and the variance sum r^2 / 4; half a rank for its being discrete. */
  private static double approximate(int[] doubledRanks, long doubledSum) {
    double sum = 0;
    double squares = 0;
    for (double rank : doubledRanks) {
      sum += rank;
      squares += rank * rank;
    }
    double distance = Math.max(0, Math.abs(doubledSum / 2.0 - sum / 4) - 0.5);
    double z = distance / Math.sqrt(squares / 16);
    return Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z));
  }
}
