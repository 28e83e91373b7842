package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerIterationTest {
  /** ((a, b), (b, a)) has the eigenvalues a + b and a - b. */
  @ParameterizedTest
  @CsvSource({"2, 1", "2, -1", "1, 3", "-1, 3", "0, 1", "-3, 1", "0, 0"})
  void knowsTwoByTwo(double a, double b) {
    assertContains(a + Math.abs(b), PowerIteration.largestValue(new double[][] {{a, b}, {b, a}}));
  }

  /** Ones times a number: a single eigenvalue that is not zero, found at the first products. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-3, 1, 1e100})
  void isCloseWhereOneEigenvalueIsByFarTheLargest(double scale) {
    double[][] a = {{scale, scale, scale}, {scale, scale, scale}, {scale, scale, scale}};
    Bounds bounds = PowerIteration.largestValue(a);
    assertContains(3 * scale, bounds);
    if (scale > 1e-150) {
      assertEquals(3 * scale, bounds.atMost(), 1e-6 * scale);
      assertEquals(3 * scale, bounds.atLeast(), 1e-6 * scale);
    }
  }

  /** The start, e_0, is an eigenvector itself, but of the smaller eigenvalue. */
  @Test
  void isNotMisledByAnEigenvectorToBeginWith() {
    assertContains(
        6, PowerIteration.largestValue(new double[][] {{5, 0, 0}, {0, 3, 3}, {0, 3, 3}}));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e200})
  void knowsNothingOfWhatOverflows(double element) {
    Bounds bounds = PowerIteration.largestValue(new double[][] {{1, element}, {element, 1}});
    assertFalse(bounds.atLeast() > Double.NEGATIVE_INFINITY);
    assertFalse(bounds.atMost() < Double.POSITIVE_INFINITY);
  }

  /** The oracle is Commons Math: G + R of rank k or full, of any signs, on many scales. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 40, 150})
  void containsTheLargestEigenvalue(int n) {
    int close = 0;
    int runs = n < 100 ? 200 : 5;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      double[][] a =
          random(random, n, 1 + random.nextInt(3), Math.pow(10, -4 * random.nextDouble()));
      double largest = Eigensystem.largestValue(a).orElseThrow();
      Bounds bounds = PowerIteration.largestValue(a);
      assertContains(largest, bounds);
      close += bounds.atMost() - bounds.atLeast() < 1e-3 * Math.abs(largest) ? 1 : 0;
    }
    assertTrue(close > runs / 4, close + " of " + runs);
  }

  /** sum_k s_k u_k u_k' plus noise, mostly s_k > 0. */
  private static double[][] random(Random random, int n, int rank, double noise) {
    double[][] a = new double[n][n];
    for (int k = 0; k < rank; k++) {
      double s = (random.nextInt(4) == 0 ? -1 : 1) * Math.exp(2 * random.nextGaussian());
      double[] u = random.doubles(n, -1, 1).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] += s * (u[i] * u[j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] += noise * random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    return a;
  }

  private static void assertContains(double value, Bounds bounds) {
    assertTrue(bounds.atLeast() <= value && value <= bounds.atMost(), value + " in " + bounds);
  }
}
