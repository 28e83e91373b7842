package org.etascope.core.network;

/**
 * The activations without a parameter. Transcendental functions come from {@link Exponential} and
 * {@link StandardNormal}, so that their bits are the same on every machine and in every lane.
 */
public enum StandardActivation implements Activation {
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
      return Exponential.sigmoid(z);
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

    /** exp is good to 1.1 ulps, or 3u at most; sum and quotient add u each; 0 where f < 2^-1022. */
    @Override
    public double roundingError(double z, double a) {
      return 5 * Rounding.U * a + Double.MIN_NORMAL;
    }
  },

  /** f(z) = tanh(z), with f' = 1 - a^2 and f'' = -2a (1 - a^2). */
  TANH {
    @Override
    public double value(double z) {
      return Exponential.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
      return 1.0 - a * a;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return -2.0 * a * (1.0 - a * a);
    }

    /** Good to 2 ulps, or 4u. */
    @Override
    public double roundingError(double z, double a) {
      return 4 * Rounding.U * Math.abs(a);
    }
  },

  /**
   * f(z) = ln(1 + exp(z)), with f' = 1 / (1 + exp(-z)) and f'' = f' (1 - f') (Dugas et al., NIPS
   * 2000). PyTorch's {@code Softplus}, without its cut to f(z) = z above 20.
   */
  SOFTPLUS {
    /** max(0, z) + ln(1 + exp(-|z|)), which neither overflows nor cancels. */
    @Override
    public double value(double z) {
      return (z <= 0 ? 0.0 : z) + Exponential.log1pExp(z);
    }

    /** 1 / (1 + exp(-z)) by the e = exp(-|z|) that the value is made of. */
    @Override
    public double derivative(double z, double a) {
      double e = Exponential.exp(-Math.abs(z));
      return (z > 0 ? 1.0 : e) / (1.0 + e);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return SIGMOID.derivative(z, SIGMOID.value(z));
    }

    /** {@link Exponential#LOG1P_EXP_ERROR}, and u for the sum. */
    @Override
    public double roundingError(double z, double a) {
      return (Exponential.LOG1P_EXP_ERROR + Rounding.U) * a + Double.MIN_NORMAL;
    }
  },

  /**
   * f(z) = z Phi(z), with Phi and phi distribution and density of the standard normal, f' = Phi + z
   * phi and f'' = (2 - z^2) phi (Hendrycks and Gimpel, arXiv:1606.08415): the exact one, not its
   * tanh approximation.
   */
  GELU {
    @Override
    public double value(double z) {
      return z * StandardNormal.cdf(z);
    }

    @Override
    public double derivative(double z, double a) {
      return StandardNormal.cdf(z) + z * StandardNormal.density(z);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return (2.0 - z * z) * StandardNormal.density(z);
    }

    @Override
    public double lipschitz() {
      return 1.13;
    }

    /** |z| times the error of Phi, and one product. */
    @Override
    public double roundingError(double z, double a) {
      return StandardNormal.CDF_ERROR * Math.abs(z) + Rounding.U * Math.abs(a) + Double.MIN_NORMAL;
    }
  },

  /**
   * f(z) = z s with s = 1 / (1 + exp(-z)), f' = s (1 + z (1 - s)) and f'' = s (1 - s) (2 + z (1 -
   * 2s)) (Elfwing, Uchibe and Doya, Neural Networks 107, 3, 2018, arXiv:1702.03118).
   */
  SILU {
    @Override
    public double value(double z) {
      return Exponential.silu(z);
    }

    @Override
    public double derivative(double z, double a) {
      double s = SIGMOID.value(z);
      return s * (1.0 + z * (1.0 - s));
    }

    @Override
    public double secondDerivative(double z, double a) {
      double s = SIGMOID.value(z);
      return s * (1.0 - s) * (2.0 + z * (1.0 - 2.0 * s));
    }

    @Override
    public double lipschitz() {
      return 1.1;
    }

    /** As {@link #SIGMOID}; where s is taken as 0, z s is below 2^-1012. */
    @Override
    public double roundingError(double z, double a) {
      return 5 * Rounding.U * Math.abs(a) + 0x1p-1012;
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

  @Override
  public double secondDerivative(double z, double a) {
    return 0.0;
  }

  @Override
  public double backward(double dA, double z, double a) {
    return dA * derivative(z, a);
  }

  @Override
  public double onBranch(double z, double zElsewhere) {
    return value(z);
  }

  @Override
  public boolean hasKink() {
    return false;
  }

  @Override
  public boolean isPiecewiseLinear() {
    return false;
  }

  @Override
  public double lipschitz() {
    return 1.0;
  }

  @Override
  public double roundingError(double z, double a) {
    return 0.0;
  }
}
