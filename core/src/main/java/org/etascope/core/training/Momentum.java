package org.etascope.core.training;

/**
 * Gradient descent with momentum, the heavy ball: m = mu m + g, d = m, from m = 0 (Polyak, USSR
 * Computational Mathematics and Mathematical Physics 4, 1, 1964, doi:10.1016/0041-5553(64)90137-5).
 * PyTorch's {@code SGD} with {@code momentum}.
 *
 * @param eta the learning rate, finite and above 0
 * @param momentum mu, from 0 to below 1
 */
public record Momentum(double eta, double momentum) implements Optimizer {
  /** The customary mu: 0.9. PyTorch's own default is 0, which is gradient descent. */
  public static final double DEFAULT_MOMENTUM = 0.9;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Momentum {
    Require.positive("eta", eta);
    Require.fraction("momentum", momentum);
  }

  @Override
  public Optimizer withEta(double other) {
    return new Momentum(other, momentum);
  }

  @Override
  public Stepper stepper(int parameters) {
    double[] m = new double[parameters];
    return g -> {
      for (int k = 0; k < g.length; k++) {
        m[k] = momentum * m[k] + g[k];
        g[k] = m[k];
      }
    };
  }
}
