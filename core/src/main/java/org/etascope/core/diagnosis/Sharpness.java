package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;

/**
 * The sharpness lambda, the algebraically largest eigenvalue of the Hessian H of the loss, and its
 * relatives.
 *
 * <p>On a quadratic, gradient descent stays stable while eta lambda <= 2. For a ReLU network the
 * Hessian holds only inside one activation cell: eta < 2/lambda guarantees nothing across a kink.
 * And to second order a step rises when eta rho > 2, where rho = g'Hg / |g|^2 <= lambda, not when
 * eta lambda > 2.
 *
 * <p>All of it comes from exact products with H. Up to {@value #MAX_DENSE} parameters they make a
 * dense matrix, whose eigenvalues are good to some 1e-14 of the largest |eigenvalue|; above that
 * Lanczos iteration accepts lambda and its eigenvector v at |Hv - lambda v| <= 1e-8 of it, which
 * puts some eigenvalue within 1e-8 of lambda.
 *
 * <p>An object is a workspace and not thread-safe.
 */
public final class Sharpness {
  /** The most parameters of which a dense Hessian is decomposed. */
  public static final int MAX_DENSE = 150;

  /** The most parameters whose sharpness is computed, for the memory of some dozens of vectors. */
  public static final int MAX_PARAMETERS = 100_000;

  private final HessianProduct hessian;
  private final int parameters;

  private Sharpness(HessianProduct hessian, Architecture architecture) {
    this.hessian = hessian;
    this.parameters = architecture.parameterCount();
  }

  /**
   * Returns the sharpness of a loss.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public static Sharpness of(Architecture architecture, Dataset data, Loss loss) {
    return new Sharpness(HessianProduct.of(architecture, data, loss), architecture);
  }

  /**
   * Returns the sharpness with the Gauss-Newton matrix in place of the Hessian: without the terms
   * in which the residuals stand.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public static Sharpness gaussNewton(Architecture architecture, Dataset data, Loss loss) {
    return new Sharpness(HessianProduct.gaussNewton(architecture, data, loss), architecture);
  }

  /**
   * Returns lambda, unless there are more than {@link #MAX_PARAMETERS} parameters, theta or H is
   * not finite, or the iteration does not converge.
   */
  public OptionalDouble largest(Parameters theta) {
    return moveTo(theta) ? lambda(top()) : OptionalDouble.empty();
  }

  /**
   * Returns all P eigenvalues in ascending order, unless H is not finite; whatever P is, H is made
   * dense.
   */
  public Optional<double[]> spectrum(Parameters theta) {
    hessian.moveTo(theta);
    return dense()
        .map(
            system -> {
              double[] ascending = system.values();
              Arrays.sort(ascending);
              return ascending;
            });
  }

  /** Returns v'Hv / |v|^2, the curvature along a direction v; NaN for v = 0. */
  public double along(Parameters theta, Parameters direction) {
    hessian.moveTo(theta);
    return along(direction);
  }

  /**
   * Returns all about one place.
   *
   * @param theta where
   * @param gradient g, the gradient of the loss there
   */
  public LocalCurvature at(Parameters theta, Parameters gradient) {
    if (!moveTo(theta)) {
      return new LocalCurvature(
          OptionalDouble.empty(), finite(along(theta, gradient)), OptionalDouble.empty());
    }
    Optional<Eigenpair> top = top();
    return new LocalCurvature(
        lambda(top),
        finite(along(gradient)),
        top.map(pair -> alignment(gradient, pair.vector())).orElse(OptionalDouble.empty()));
  }

  /** Moves to parameters whose sharpness can be computed. */
  private boolean moveTo(Parameters theta) {
    if (parameters > MAX_PARAMETERS || !Arrays.stream(theta.values()).allMatch(Double::isFinite)) {
      return false;
    }
    hessian.moveTo(theta);
    return true;
  }

  private Optional<Eigenpair> top() {
    return parameters <= MAX_DENSE
        ? dense().map(Eigensystem::largest)
        : Lanczos.largest(hessian::times, parameters);
  }

  private static OptionalDouble lambda(Optional<Eigenpair> top) {
    return top.stream().mapToDouble(Eigenpair::value).findFirst();
  }

  private Optional<Eigensystem> dense() {
    return Eigensystem.of(hessian.matrix());
  }

  private double along(Parameters direction) {
    Parameters product = Parameters.zeros(direction.architecture());
    hessian.times(direction.values(), product.values());
    return direction.dot(product) / direction.dot(direction);
  }

  /** |g.v| / |g| for v of length 1. */
  private static OptionalDouble alignment(Parameters gradient, double[] v) {
    double inner = gradient.dot(Parameters.of(gradient.architecture(), v));
    return finite(Math.min(1, Math.abs(inner) / Math.sqrt(gradient.dot(gradient))));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
