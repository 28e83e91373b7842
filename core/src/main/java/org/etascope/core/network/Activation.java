package org.etascope.core.network;

/**
 * An activation function a = f(z), applied to each neuron and point.
 *
 * <p>Transcendental functions come from {@link StrictMath}, so that their bits are the same on
 * every machine.
 */
public enum Activation {
  /** f(z) = max(0, z), with f'(0) = 0 and f(NaN) = NaN. */
  RELU {
    @Override
    public double value(double z) {
      return z <= 0 ? 0.0 : z;
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1.0 : 0.0;
    }

    /**
     * A neuron that is off passes nothing back, not even an infinite signal: 0 rather than 0 * dA.
     */
    @Override
    public double backward(double dA, double z, double a) {
      return z > 0 ? dA : 0.0;
    }
  },

  /** f(z) = 1 / (1 + exp(-z)), with f' = a (1 - a). */
  SIGMOID {
    @Override
    public double value(double z) {
      return 1.0 / (1.0 + StrictMath.exp(-z));
    }

    @Override
    public double derivative(double z, double a) {
      return a * (1.0 - a);
    }
  },

  /** f(z) = tanh(z), with f' = 1 - a^2. */
  TANH {
    @Override
    public double value(double z) {
      return StrictMath.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
      return 1.0 - a * a;
    }
  },

  /** f(z) = z. */
  IDENTITY {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double derivative(double z, double a) {
      return 1.0;
    }
  };

  /**
   * Returns the activation f(z).
   *
   * @param z a pre-activation, any double
   */
  public abstract double value(double z);

  /**
   * Returns the slope f'(z).
   *
   * @param z a pre-activation
   * @param a its activation f(z), from which some slopes are cheaper
   */
  public abstract double derivative(double z, double a);

  /**
   * Returns dL/dz = dL/da f'(z), the chain rule through this function.
   *
   * @param dA the gradient dL/da
   * @param z the pre-activation
   * @param a its activation f(z)
   */
  public double backward(double dA, double z, double a) {
    return dA * derivative(z, a);
  }
}
