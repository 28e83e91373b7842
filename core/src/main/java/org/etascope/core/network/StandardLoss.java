package org.etascope.core.network;

/** The losses without a parameter. */
public enum StandardLoss implements Loss {
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
  },

  /** Mean squared error: l = (yhat - y)^2, dl/dyhat = 2 (yhat - y). PyTorch's {@code MSELoss}. */
  MSE {
    @Override
    public double value(double prediction, double target) {
      double r = prediction - target;
      return r * r;
    }

    @Override
    public double derivative(double prediction, double target) {
      return 2.0 * (prediction - target);
    }

    @Override
    public double secondDerivative(double prediction, double target) {
      return 2.0;
    }

    @Override
    public double roundingError(double prediction, double target, double error) {
      return 2.0 * HALF_MSE.roundingError(prediction, target, error);
    }
  },

  /**
   * Mean absolute error: l = |yhat - y|, dl/dyhat = sign(yhat - y), and 0 at the kink yhat = y.
   * PyTorch's {@code L1Loss}.
   */
  MAE {
    @Override
    public double value(double prediction, double target) {
      return Math.abs(prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return Math.signum(prediction - target);
    }

    @Override
    public double secondDerivative(double prediction, double target) {
      return 0.0;
    }

    @Override
    public double roundingError(double prediction, double target, double error) {
      return error;
    }
  },

  /**
   * Binary cross-entropy of logits: the output is the log-odds yhat of class 1, s = 1 / (1 +
   * exp(-yhat)) its probability, l = -y ln s - (1 - y) ln(1 - s) = max(0, yhat) - yhat y + ln(1 +
   * exp(-|yhat|)), dl/dyhat = s - y. Targets are from 0 to 1. PyTorch's {@code BCEWithLogitsLoss}.
   */
  BINARY_CROSS_ENTROPY {
    @Override
    public double value(double prediction, double target) {
      return linear(prediction, target) + logarithm(prediction);
    }

    @Override
    public double derivative(double prediction, double target) {
      return Activation.SIGMOID.value(prediction) - target;
    }

    @Override
    public double secondDerivative(double prediction, double target) {
      double s = Activation.SIGMOID.value(prediction);
      return s * (1.0 - s);
    }

    /**
     * |dl/dyhat| <= max(y, 1 - y); the product yhat y and the difference add u each, the logarithm
     * {@link Exponential#LOG1P_EXP_ERROR}, and it is taken as 0 where that does not matter.
     */
    @Override
    public double roundingError(double prediction, double target, double error) {
      return Math.max(target, 1.0 - target) * error
          + Rounding.U * (Math.abs(prediction * target) + linear(prediction, target))
          + Exponential.LOG1P_EXP_ERROR * logarithm(prediction)
          + Double.MIN_NORMAL;
    }

    @Override
    public boolean allowsTarget(double target) {
      return target >= 0 && target <= 1;
    }

    private static double linear(double prediction, double target) {
      return (prediction <= 0 ? 0.0 : prediction) - prediction * target;
    }

    private static double logarithm(double prediction) {
      return Exponential.log1pExp(prediction);
    }
  };

  @Override
  public boolean allowsTarget(double target) {
    return true;
  }
}
