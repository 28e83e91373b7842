package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositiveDefiniteTest {
  /** The eigenvalues of ((2, b), (b, 2)) are 2 + b and 2 - b. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1.9, -1.9, 2.1, -2.1})
  void theOffDiagonalDecidesBesideTheDiagonal(double b) {
    assertEquals(Math.abs(b) < 2, PositiveDefinite.is(new double[][] {{2, b}, {b, 2}}));
  }

  @Test
  void zeroAndNegativeDiagonalsAreNot() {
    assertFalse(PositiveDefinite.is(new double[][] {{0}}));
    assertFalse(PositiveDefinite.is(new double[][] {{1, 0}, {0, -1}}));
    assertFalse(PositiveDefinite.is(new double[][] {{Double.NaN}}));
    assertTrue(PositiveDefinite.is(new double[][] {{1, 0}, {0, 1e-300}}));
  }

  /** Eigenvalues are the oracle: A - s I with s above or below the smallest of them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 40})
  void agreesWithTheSmallestEigenvalue(int n) {
    Random random = new Random(n);
    for (int run = 0; run < 50; run++) {
      double[][] a = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          a[i][j] = random.nextGaussian();
          a[j][i] = a[i][j];
        }
      }
      double least = Arrays.stream(Eigensystem.of(a).orElseThrow().values()).min().orElseThrow();
      assertTrue(PositiveDefinite.is(shifted(a, least - 1e-9)));
      assertFalse(PositiveDefinite.is(shifted(a, least + 1e-9)));
    }
  }

  private static double[][] shifted(double[][] a, double shift) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i].clone();
      copy[i][i] -= shift;
    }
    return copy;
  }
}
