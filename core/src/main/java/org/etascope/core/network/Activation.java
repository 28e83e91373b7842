package org.etascope.core.network;

/**
 * An activation function a = f(z), applied to each neuron and point.
 *
 * <p>A constant states all that the rest of the system wants to know of f: its value and two
 * derivatives, whether it has a kink at 0, and how rounding passes through it. Transcendental
 * functions come from {@link StrictMath}, so that their bits are the same on every machine.
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

    @Override
    public double onBranch(double z, double zElsewhere) {
      return zElsewhere > 0 ? z : 0.0;
    }

    @Override
    public boolean hasKink() {
      return true;
    }

    @Override
    public boolean isPiecewiseLinear() {
      return true;
    }
  },

  /** f(z) = 1 / (1 + exp(-z)), with f' = a (1 - a) and f'' = a (1 - a) (1 - 2a). */
  SIGMOID {
    @Override
    public double value(double z) {
      return 1.0 / (1.0 + StrictMath.exp(-z));
    }

    @Override
    public double derivative(double z, double a) {
      return a * (1.0 - a);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return a * (1.0 - a) * (1.0 - 2.0 * a);
    }

    @Override
    public double lipschitz() {
      return 0.25;
    }

    /**
     * exp is good to 1 ulp, or 2u; sum and quotient add u each; exp overflows where f < 2^-1022.
     */
    @Override
    public double roundingError(double z, double a) {
      return 4 * Rounding.U * a + Double.MIN_NORMAL;
    }
  },

  /** f(z) = tanh(z), with f' = 1 - a^2 and f'' = -2a (1 - a^2). */
  TANH {
    @Override
    public double value(double z) {
      return StrictMath.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
      return 1.0 - a * a;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return -2.0 * a * (1.0 - a * a);
    }

    /** {@link Math#tanh} promises 2.5 ulps, and {@link StrictMath#tanh} measures above 1. */
    @Override
    public double roundingError(double z, double a) {
      return 5 * Rounding.U * Math.abs(a);
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

    @Override
    public boolean isPiecewiseLinear() {
      return true;
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
   * Returns f''(z), which is 0 on both sides of a kink.
   *
   * @param z a pre-activation
   * @param a its activation f(z)
   */
  public double secondDerivative(double z, double a) {
    return 0.0;
  }

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

  /**
   * Returns the value at z of the smooth branch that f follows at another place; f(z) itself where
   * there is only one branch. A piecewise linear f is linear in z on each branch, through 0.
   *
   * @param z where the branch is evaluated
   * @param zElsewhere where it is chosen
   */
  public double onBranch(double z, double zElsewhere) {
    return value(z);
  }

  /** Returns whether f has two branches that meet at z = 0, taken where z > 0 and where z <= 0. */
  public boolean hasKink() {
    return false;
  }

  /** Returns whether f is linear on each of its branches. */
  public boolean isPiecewiseLinear() {
    return false;
  }

  /** Returns K, the largest |f'|: an error e in z becomes one of K e at most in f(z). */
  public double lipschitz() {
    return 1.0;
  }

  /**
   * Returns c, the largest |computed f(z) - f(z)| at a given double z.
   *
   * @param z a pre-activation
   * @param a the computed f(z)
   */
  public double roundingError(double z, double a) {
    return 0.0;
  }
}
