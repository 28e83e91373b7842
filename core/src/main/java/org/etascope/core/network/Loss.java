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
  };

  /** Returns l(yhat, y) for one output on one point. */
  public abstract double value(double prediction, double target);

  /** Returns dl/dyhat for one output on one point. */
  public abstract double derivative(double prediction, double target);
}
