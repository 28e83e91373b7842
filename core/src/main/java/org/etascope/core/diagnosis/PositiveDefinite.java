package org.etascope.core.diagnosis;

/**
 * Whether a symmetric matrix A is positive definite: if and only if its Cholesky factorisation A =
 * L L' exists. That takes n^3 / 3 operations, a small part of what eigenvalues do.
 *
 * <p>Rounding can decide where an eigenvalue is within some n^2 u |A| of zero (Higham, Accuracy and
 * Stability of Numerical Algorithms, 2nd ed., 10.1).
 */
final class PositiveDefinite {
  private PositiveDefinite() {}

  /**
   * Returns whether all eigenvalues are positive.
   *
   * @param a n x n, of which the lower triangle is read; overwritten with L as far as it exists
   */
  static boolean is(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        // l_ij = (a_ij - sum_k<j l_ik l_jk) / l_jj
        a[i][j] = (a[i][j] - product(a[i], a[j], j)) / a[j][j];
      }
      // l_ii^2 = a_ii - sum_k<i l_ik^2
      double square = a[i][i] - product(a[i], a[i], i);
      if (!(square > 0)) {
        return false;
      }
      a[i][i] = Math.sqrt(square);
    }
    return true;
  }

  private static double product(double[] left, double[] right, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }
}
