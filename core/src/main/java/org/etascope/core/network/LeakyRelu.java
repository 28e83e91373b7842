package org.etascope.core.network;

/**
 * f(z) = z where z > 0, else slope z, with f'(0) = slope (Maas, Hannun and Ng, ICML Workshop on
 * Deep Learning for Audio, Speech and Language Processing, 2013). PyTorch's {@code LeakyReLU}.
 *
 * @param slope the slope below 0, from 0 to 1
 */
public record LeakyRelu(double slope) implements Activation {
  /** The slope of PyTorch, and of the authors: 0.01. */
  public static final double DEFAULT_SLOPE = 0.01;

  /**
   * Checks the slope.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public LeakyRelu {
    if (!(slope >= 0 && slope <= 1)) {
      throw new IllegalArgumentException("slope must be from 0 to 1, got " + slope);
    }
  }

  @Override
  public String name() {
    return "LEAKY_RELU";
  }

  @Override
  public double value(double z) {
    return onBranch(z, z);
  }

  @Override
  public double derivative(double z, double a) {
    return z > 0 ? 1.0 : slope;
  }

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
    return zElsewhere > 0 ? z : slope * z;
  }

  @Override
  public boolean hasKink() {
    return true;
  }

  @Override
  public boolean isPiecewiseLinear() {
    return true;
  }

  @Override
  public double lipschitz() {
    return 1.0;
  }

  /** One product below 0, which may underflow. */
  @Override
  public double roundingError(double z, double a) {
    return Rounding.U * Math.abs(a) + Double.MIN_VALUE;
  }
}
