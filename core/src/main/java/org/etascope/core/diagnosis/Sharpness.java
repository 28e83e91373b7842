package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Parameters;

/**
 * The sharpness lambda, the algebraically largest eigenvalue of the Hessian, and its relatives.
 *
 * <p>On a quadratic, gradient descent stays stable while eta lambda <= 2. For a ReLU network the
 * Hessian holds only inside one activation cell: eta < 2/lambda guarantees nothing across a kink.
 * And to second order a step rises when eta rho > 2, where rho = g'Hg / |g|^2 <= lambda, not when
 * eta lambda > 2.
 */
public final class Sharpness {
  /** The most parameters of which a dense Hessian is decomposed. */
  public static final int MAX_PARAMETERS = 150;

  private Sharpness() {}

  /**
   * Returns lambda, unless there are more than {@link #MAX_PARAMETERS} parameters or the Hessian is
   * not finite.
   *
   * @param hessian products with the Hessian, or the Gauss-Newton matrix
   * @param theta where
   */
  public static OptionalDouble of(HessianProduct hessian, Parameters theta) {
    if (theta.values().length > MAX_PARAMETERS) {
      return OptionalDouble.empty();
    }
    return eigenvalues(hessian, theta).stream()
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .max();
  }

  /**
   * Returns all P eigenvalues in ascending order, unless the Hessian is not finite.
   *
   * @param hessian products with the Hessian, or the Gauss-Newton matrix
   * @param theta where
   */
  public static Optional<double[]> eigenvalues(HessianProduct hessian, Parameters theta) {
    int p = theta.values().length;
    hessian.moveTo(theta);
    double[][] matrix = new double[p][p];
    double[] unit = new double[p];
    for (int k = 0; k < p; k++) {
      unit[k] = 1;
      hessian.times(unit, matrix[k]);
      unit[k] = 0;
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        // both are H_ij, each rounded in its own way
        double mean = 0.5 * (matrix[i][j] + matrix[j][i]);
        matrix[i][j] = mean;
        matrix[j][i] = mean;
      }
    }
    return SymmetricEigenvalues.of(matrix);
  }

  /**
   * Returns rho = v'Hv / |v|^2, the curvature along a direction; NaN for v = 0.
   *
   * @param hessian products with the Hessian, or the Gauss-Newton matrix
   * @param theta where
   * @param direction v, such as the gradient
   */
  public static double along(HessianProduct hessian, Parameters theta, Parameters direction) {
    Parameters product = Parameters.zeros(theta.architecture());
    hessian.moveTo(theta);
    hessian.times(direction.values(), product.values());
    return direction.dot(product) / direction.dot(direction);
  }
}
