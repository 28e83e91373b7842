package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvalues and eigenvectors of a dense symmetric matrix A, by Commons Math.
 *
 * <p>What is decomposed is A + s I with s = 2 |A|: the iteration of Commons Math takes an
 * off-diagonal element for zero only beside larger diagonal ones, and does not converge where many
 * eigenvalues are zero, as they are in the Hessian of a ReLU network of some 30 neurons. The shift
 * takes all eigenvalues away from zero, at a rounding of a few ulps of |A|.
 */
final class Eigensystem {
  private final EigenDecomposition shifted;
  private final double shift;

  private Eigensystem(EigenDecomposition shifted, double shift) {
    this.shifted = shifted;
    this.shift = shift;
  }

  /**
   * Decomposes a matrix, unless an element or an eigenvalue is not finite or the iteration fails.
   *
   * @param matrix n x n, symmetric to the last bit, n from 1; not changed
   */
  static Optional<Eigensystem> of(double[][] matrix) {
    double shift = 2 * norm(matrix);
    if (!Double.isFinite(shift)) {
      return Optional.empty();
    }
    Array2DRowRealMatrix shifted = new Array2DRowRealMatrix(matrix);
    for (int k = 0; k < matrix.length; k++) {
      shifted.addToEntry(k, k, shift);
    }
    try {
      Eigensystem system = new Eigensystem(new EigenDecomposition(shifted), shift);
      return Arrays.stream(system.values()).allMatch(Double::isFinite)
          ? Optional.of(system)
          : Optional.empty();
    } catch (MaxCountExceededException e) {
      return Optional.empty();
    }
  }

  /** Returns the largest eigenvalue of a matrix, where {@link #of} decomposes it. */
  static OptionalDouble largestValue(double[][] matrix) {
    return of(matrix).stream().mapToDouble(system -> system.values()[0]).findFirst();
  }

  /** max_i sum_j |a_ij|, which no |eigenvalue| exceeds; not finite where an element is not. */
  private static double norm(double[][] matrix) {
    double norm = 0;
    for (double[] row : matrix) {
      norm = Math.max(norm, Arrays.stream(row).map(Math::abs).sum());
    }
    return norm;
  }

  /** Returns the n eigenvalues in descending order. */
  double[] values() {
    return Arrays.stream(shifted.getRealEigenvalues()).map(value -> value - shift).toArray();
  }

  /**
   * Returns an eigenvector of length 1.
   *
   * @param k which, in the order of {@link #values()}
   */
  double[] vector(int k) {
    return shifted.getEigenvector(k).toArray();
  }

  /** Returns the largest eigenvalue with its eigenvector. */
  Eigenpair largest() {
    return new Eigenpair(values()[0], vector(0));
  }
}
