package org.etascope.core.network;

/**
 * Huber's loss: with r = yhat - y, l = r^2 / 2 where |r| <= delta, else delta (|r| - delta / 2),
 * and dl/dyhat = r cut to [-delta, delta] (Huber, Annals of Mathematical Statistics 35, 73, 1964,
 * doi:10.1214/aoms/1177703732). PyTorch's {@code HuberLoss}.
 *
 * @param delta where the parabola becomes a line, finite and above 0
 */
public record Huber(double delta) implements Loss {
  /** The delta of PyTorch: 1. */
  public static final double DEFAULT_DELTA = 1.0;

  /**
   * Checks delta.
   *
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public Huber {
    if (!(delta > 0 && delta <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("delta must be a finite number above 0, got " + delta);
    }
  }

  @Override
  public String name() {
    return "HUBER";
  }

  @Override
  public double value(double prediction, double target) {
    double r = Math.abs(prediction - target);
    return r <= delta ? 0.5 * (r * r) : delta * (r - 0.5 * delta);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.max(-delta, Math.min(delta, prediction - target));
  }

  @Override
  public double secondDerivative(double prediction, double target) {
    return Math.abs(prediction - target) <= delta ? 1.0 : 0.0;
  }

  /**
   * |l(r + d) - l(r)| <= min(delta, |r| + d) d, with d = e + u |r| for the subtraction's rounding;
   * on the line another subtraction, u l.
   */
  @Override
  public double roundingError(double prediction, double target, double error) {
    double r = Math.abs(prediction - target);
    double d = error + Rounding.U * r;
    double line = r <= delta ? 0.0 : Rounding.U * value(prediction, target);
    return Math.min(delta, r + d) * d + line;
  }

  @Override
  public boolean allowsTarget(double target) {
    return true;
  }
}
