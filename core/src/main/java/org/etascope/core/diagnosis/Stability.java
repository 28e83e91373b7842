package org.etascope.core.diagnosis;

import java.util.Optional;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;

/**
 * Holds eta lambda against a limit c, by whatever decides at the least cost: bounds of lambda,
 * which one hidden ReLU layer has for little more than a forward pass; between them the question
 * whether c I - eta H is positive definite; and lambda itself where H is too large to be dense.
 * Where its value is asked for, closer bounds tell beforehand whether it matters.
 *
 * <p>An object is a workspace and not thread-safe.
 */
final class Stability {
  private final boolean dense;
  private final Sharpness sharpness;
  private final HessianProduct products;
  private final Optional<OneHiddenReluHessian> closedForm;

  /**
   * Makes a workspace.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  Stability(Architecture architecture, Dataset data, Loss loss) {
    dense = architecture.parameterCount() <= Sharpness.MAX_DENSE;
    sharpness = Sharpness.of(architecture, data, loss);
    products = HessianProduct.of(architecture, data, loss);
    closedForm =
        architecture.isOneHiddenRelu()
            ? Optional.of(new OneHiddenReluHessian(architecture, data, loss))
            : Optional.empty();
  }

  /** Returns bounds of eta lambda, which only one hidden ReLU layer has. */
  Bounds bounds(double eta, Parameters theta) {
    if (closedForm.isEmpty()) {
      return Bounds.UNKNOWN;
    }
    closedForm.get().moveTo(theta);
    return new Bounds(closedForm.get().atLeast(), closedForm.get().atMost()).times(eta);
  }

  /** Returns bounds of eta lambda from H itself, where it is dense. */
  Bounds closeBounds(double eta, Parameters theta) {
    if (!dense || !isFinite(theta.values())) {
      return Bounds.UNKNOWN;
    }
    closedForm.ifPresent(hessian -> hessian.moveTo(theta));
    return PowerIteration.largestValue(hessian(theta)).times(eta);
  }

  /** Returns whether eta lambda is known and below a limit. */
  boolean isBelow(double eta, Parameters theta, double limit) {
    return side(eta, theta, limit) == Side.BELOW;
  }

  /** Returns whether eta lambda is known and above a limit. */
  boolean isAbove(double eta, Parameters theta, double limit) {
    return side(eta, theta, limit) == Side.ABOVE;
  }

  /** Returns eta lambda, or NaN where lambda is not known. */
  double etaLambda(double eta, Parameters theta) {
    if (!dense || !isFinite(theta.values())) {
      return eta * sharpness.largest(theta).orElse(Double.NaN);
    }
    closedForm.ifPresent(hessian -> hessian.moveTo(theta));
    return eta * Eigensystem.largestValue(hessian(theta)).orElse(Double.NaN);
  }

  /** On which side of a limit eta lambda lies. */
  private enum Side {
    BELOW,
    ABOVE,
    NEITHER
  }

  private Side side(double eta, Parameters theta, double limit) {
    if (!isFinite(theta.values())) {
      return Side.NEITHER;
    }
    if (closedForm.isPresent()) {
      OneHiddenReluHessian hessian = closedForm.get();
      hessian.moveTo(theta);
      if (eta * hessian.atMost() < limit) {
        return Side.BELOW;
      }
      if (eta * hessian.atLeast() > limit) {
        return Side.ABOVE;
      }
    }
    if (dense) {
      return side(eta, hessian(theta), limit);
    }
    double etaLambda = etaLambda(eta, theta);
    return etaLambda < limit ? Side.BELOW : etaLambda > limit ? Side.ABOVE : Side.NEITHER;
  }

  /** Returns H at theta, where the closed form, if there is one, has moved to. */
  private double[][] hessian(Parameters theta) {
    if (closedForm.isPresent()) {
      return closedForm.get().matrix();
    }
    products.moveTo(theta);
    return products.matrix();
  }

  /** eta lambda < c if and only if c I - eta H is positive definite. */
  private static Side side(double eta, double[][] hessian, double limit) {
    for (int i = 0; i < hessian.length; i++) {
      if (!isFinite(hessian[i])) {
        return Side.NEITHER;
      }
      for (int j = 0; j < hessian.length; j++) {
        hessian[i][j] = (i == j ? limit : 0) - eta * hessian[i][j];
      }
    }
    return PositiveDefinite.is(hessian) ? Side.BELOW : Side.ABOVE;
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
