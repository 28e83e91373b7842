package org.etascope.core.network;

/**
 * A loss: the mean of l(yhat, y) over all points and outputs.
 *
 * <p>L = (1/M) sum l(yhat, y), with M = points x outputs. Those without a parameter are constants
 * of {@link StandardLoss}, the others records.
 */
public sealed interface Loss permits StandardLoss, Huber {
  /** {@link StandardLoss#HALF_MSE}. */
  Loss HALF_MSE = StandardLoss.HALF_MSE;

  /** {@link StandardLoss#MSE}. */
  Loss MSE = StandardLoss.MSE;

  /** {@link StandardLoss#MAE}. */
  Loss MAE = StandardLoss.MAE;

  /** {@link StandardLoss#BINARY_CROSS_ENTROPY}. */
  Loss BINARY_CROSS_ENTROPY = StandardLoss.BINARY_CROSS_ENTROPY;

  /** Returns the name of the loss, such as {@code HALF_MSE}, without its parameter. */
  String name();

  /** Returns l(yhat, y) for one output on one point. */
  double value(double prediction, double target);

  /** Returns dl/dyhat for one output on one point. */
  double derivative(double prediction, double target);

  /** Returns d^2 l/dyhat^2 for one output on one point, which is 0 on both sides of a kink. */
  double secondDerivative(double prediction, double target);

  /**
   * Returns a bound on |computed l - l(exact yhat, y)|, short of one final rounding u l.
   *
   * @param prediction the computed yhat
   * @param target y
   * @param error a bound on |yhat - exact yhat|
   */
  double roundingError(double prediction, double target, double error);

  /** Returns whether the loss is defined for a target. */
  boolean allowsTarget(double target);
}
