package org.etascope.core.network;

/**
 * A loss: the mean of l(yhat, y) over all points and outputs.
 *
 * <p>L = (1/M) sum l(yhat, y), with M = points x outputs.
 */
public enum Loss {
  /** Half mean squared error: l = (yhat - y)^2 / 2, dl/dyhat = yhat - y. */
  HALF_MSE {
    @Override
    public double value(double prediction, double target) {
      double r = prediction - target;
      return 0.5 * (r * r);
    }

    @Override
    public double derivative(double prediction, double target) {
      return prediction - target;
    }

    @Override
    public double secondDerivative(double prediction, double target) {
      return 1.0;
    }

    /**
     * |(r + d)^2 - r^2| / 2 <= |r| d + d^2 / 2, with d = e + u |r| for the subtraction's rounding.
     */
    @Override
    public double roundingError(double prediction, double target, double error) {
      double r = Math.abs(prediction - target);
      double d = error + Rounding.U * r;
      return r * d + 0.5 * (d * d);
    }
  };

  /** Returns l(yhat, y) for one output on one point. */
  public abstract double value(double prediction, double target);

  /** Returns dl/dyhat for one output on one point. */
  public abstract double derivative(double prediction, double target);

  /** Returns d^2 l/dyhat^2 for one output on one point. */
  public abstract double secondDerivative(double prediction, double target);

  /**
   * Returns a bound on |computed l - l(exact yhat, y)|, short of one final rounding u l.
   *
   * @param prediction the computed yhat
   * @param target y
   * @param error a bound on |yhat - exact yhat|
   */
  public abstract double roundingError(double prediction, double target, double error);
}
