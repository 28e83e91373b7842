package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: NumPy 1.24.2. */
final class NumpyStreamTest {
  static Stream<Arguments> permutations() {
    return Stream.of(
        arguments(0L, new int[] {0}),
        arguments(0L, new int[] {1, 0}),
        arguments(1L, new int[] {2, 1, 4, 0, 3}),
        arguments(42L, new int[] {8, 1, 5, 0, 7, 2, 9, 4, 3, 6}),
        arguments(3245L, new int[] {13, 10, 7, 6, 1, 14, 2, 11, 3, 9, 12, 0, 4, 8, 5, 15}),
        arguments(4294967295L, new int[] {9, 5, 10, 12, 8, 1, 11, 6, 0, 4, 7, 2, 3}),
        arguments(
            7L,
            new int[] {
              2, 28, 1, 9, 13, 5, 20, 16, 29, 17, 21, 11, 15, 12, 18, 0, 32, 6, 26, 30, 10, 24, 8,
              27, 14, 31, 7, 23, 19, 3, 22, 25, 4
            }));
  }

  @ParameterizedTest
  @MethodSource("permutations")
  void permutationsAreNumPys(long seed, int[] expected) {
    assertArrayEquals(expected, new NumpyRandom(seed).permutation(expected.length));
  }

  /** Sums of k p_k over the first and second permutation of 1000 with seed 9. */
  @Test
  void longPermutationsFollowEachOther() {
    NumpyRandom random = new NumpyRandom(9);
    assertEquals(251142790, weightedSum(random.permutation(1000)));
    assertEquals(254013436, weightedSum(random.permutation(1000)));
  }

  private static long weightedSum(int[] order) {
    return IntStream.range(0, order.length).mapToLong(k -> (long) k * order[k]).sum();
  }

  /** numpy.random.seed(5); rand(3); randn(3); permutation(7). */
  @Test
  void drawsOfAllKindsShareOneStream() {
    NumpyRandom random = new NumpyRandom(5);
    for (int k = 0; k < 3; k++) {
      random.nextDouble();
    }
    for (int k = 0; k < 3; k++) {
      random.nextGaussian();
    }
    assertArrayEquals(new int[] {5, 2, 1, 3, 4, 0, 6}, random.permutation(7));
  }

  /** Equal up to the logarithm, which NumPy takes from the C library. */
  @Test
  void normalNumbersAreNumPys() {
    NumpyRandom random = new NumpyRandom(3245);
    double[] expected = {
      -0.037787260188947756,
      -0.9309959520182887,
      -0.888655412457279,
      -0.6753026673976177,
      -0.769620178215429,
      0.9821074008273635,
      -0.032099715204563596
    };
    for (double number : expected) {
      assertEquals(number, random.nextGaussian(), 2 * Math.ulp(number));
    }
  }
}
