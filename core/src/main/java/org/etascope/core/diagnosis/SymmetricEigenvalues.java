package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Eigenvalues of dense symmetric matrices, by Commons Math. */
final class SymmetricEigenvalues {
  private SymmetricEigenvalues() {}

  /**
   * Returns all eigenvalues in ascending order, unless an element is not finite or the iteration
   * fails.
   *
   * @param matrix symmetric to the last bit
   */
  static Optional<double[]> of(double[][] matrix) {
    if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    try {
      EigenDecomposition decomposition =
          new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
      double[] eigenvalues = decomposition.getRealEigenvalues();
      Arrays.sort(eigenvalues);
      return Optional.of(eigenvalues);
    } catch (MaxCountExceededException e) {
      return Optional.empty();
    }
  }
}
