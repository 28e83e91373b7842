package org.etascope.reporting.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignedRanksTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** All of n pairs changed alike: p = 2 / 2^n. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.5", "5, 0.0625", "6, 0.03125", "10, 0.001953125"})
  void oneSidedChangesAreAsRareAsTheirSigns(int n, double p) {
    assertEquals(p, ranked(n, k -> true).p());
    assertEquals(p, ranked(n, k -> false).p());
    assertEquals(n * (n + 1) / 2.0, ranked(n, k -> true).rankSum());
    assertEquals(0.0, ranked(n, k -> false).rankSum());
  }

  /**
   * Ranks 8 of 1 to 10 against the others: 25 of the subsets of {1, ..., 10} have a sum up to 8.
   */
  @Test
  void tableOfTenPairs() {
    SignedRanks test = ranked(10, k -> k == 8);
    assertEquals(8.0, test.rankSum());
    assertEquals(50.0 / 1024, test.p());
    assertEquals(1, test.higher());
    assertEquals(9, test.lower());
  }

  /** By SciPy 1.17.1: wilcoxon(d, method="exact"), and method="approx" with its correction. */
  @ParameterizedTest
  @CsvSource({
    "100, 3, 3367, 0.003526003801650468",
    "150, 3, 7500, 0.0005675793420141787",
    "120, 2, 3600, 0.9384193852760203"
  })
  void agreesWithSciPy(int n, int every, double rankSum, double p) {
    SignedRanks test = ranked(n, k -> k % every != 0);
    assertEquals(rankSum, test.rankSum());
    assertEquals(p, test.p(), 1e-12);
  }

  /** Every choice of signs, one by one, with ties and infinities among the differences. */
  @Test
  void sharedRanksAreExact() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(10);
      double[] differences =
          IntStream.range(0, n)
              .mapToDouble(
                  k -> {
                    int size = 1 + random.nextInt(4);
                    double difference = size == 4 ? INFINITY : size;
                    return random.nextBoolean() ? difference : -difference;
                  })
              .toArray();
      SignedRanks test = test(differences);
      double[] ranks = Arrays.stream(differences).map(d -> rank(differences, d)).toArray();
      double middle = Arrays.stream(ranks).sum() / 2;
      int asFar = 0;
      for (int signs = 0; signs < 1 << n; signs++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += (signs >> k & 1) * ranks[k];
        }
        asFar += Math.abs(sum - middle) >= Math.abs(test.rankSum() - middle) ? 1 : 0;
      }
      assertEquals((double) asFar / (1 << n), test.p(), 1e-15, Arrays.toString(differences));
    }
  }

  /** How many are smaller, and half of those that are as large, itself among them. */
  private static double rank(double[] differences, double difference) {
    double rank = 0.5;
    for (double other : differences) {
      double order = Math.signum(Double.compare(Math.abs(difference), Math.abs(other)));
      rank += (order + 1) / 2;
    }
    return rank;
  }

  /** The only difference that is finite is the smallest; two that diverged do not differ. */
  @Test
  void divergedRunsAreInfinite() {
    SignedRanks.Recorder recorder = new SignedRanks.Recorder();
    recorder.add(1, INFINITY);
    recorder.add(1e300, Double.NaN);
    recorder.add(1e-300, 1e300);
    recorder.add(Double.NaN, INFINITY);
    recorder.add(3, 3);
    assertEquals(new SignedRanks(3, 0, 2, 6, 0.25, 0), recorder.test());
  }

  /** It is the ratio of losses that ranks, not their difference: 2^5 against 10 in 1000. */
  @Test
  void ratiosOfLossesAreRanked() {
    SignedRanks.Recorder recorder = new SignedRanks.Recorder();
    recorder.add(1e-6, 32e-6);
    recorder.add(1000, 990);
    assertEquals(2.0, recorder.test().rankSum());
  }

  @Test
  void pairsAreLimited() {
    SignedRanks.Recorder recorder = new SignedRanks.Recorder();
    assertEquals(new SignedRanks(0, 0, 0, 0, 1, 0), recorder.test());
    for (int k = 0; k < SignedRanks.MOST_PAIRS + 7; k++) {
      recorder.add(2, k < SignedRanks.MOST_PAIRS ? 1 : 3);
    }
    SignedRanks test = recorder.test();
    assertEquals(0, test.higher());
    assertEquals(SignedRanks.MOST_PAIRS, test.lower());
    assertEquals(7, test.omitted());
    assertEquals(0.0, test.p(), 1e-300);
  }

  private static SignedRanks ranked(int n, IntPredicate higher) {
    return test(IntStream.rangeClosed(1, n).mapToDouble(k -> higher.test(k) ? k : -k).toArray());
  }

  /** Pairs with these differences of logarithms, of base 2. */
  private static SignedRanks test(double... differences) {
    SignedRanks.Recorder recorder = new SignedRanks.Recorder();
    for (double difference : differences) {
      recorder.add(difference > 0 ? 1 : ratio(difference), difference > 0 ? ratio(difference) : 1);
    }
    return recorder.test();
  }

  private static double ratio(double difference) {
    return Double.isInfinite(difference) ? INFINITY : Math.pow(2, Math.abs(difference));
  }
}
