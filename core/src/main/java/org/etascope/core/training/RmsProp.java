package org.etascope.core.training;

/**
 * RMSprop: v = alpha v + (1 - alpha) g^2, d = g / (sqrt(v) + epsilon), from v = 0 (Tieleman and
 * Hinton, Coursera: Neural Networks for Machine Learning, lecture 6.5, 2012). PyTorch's {@code
 * RMSprop}.
 *
 * @param eta the learning rate, finite and above 0
 * @param alpha how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the quotient finite, above 0
 */
public record RmsProp(double eta, double alpha, double epsilon) implements Optimizer {
  /** The alpha of PyTorch: 0.99. */
  public static final double DEFAULT_ALPHA = 0.99;

  /** The epsilon of PyTorch: 1e-8. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RmsProp {
    Require.positive("eta", eta);
    Require.fraction("alpha", alpha);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Optimizer withEta(double other) {
    return new RmsProp(other, alpha, epsilon);
  }

  @Override
  public Stepper stepper(int parameters) {
    double[] v = new double[parameters];
    return g -> {
      for (int k = 0; k < g.length; k++) {
        v[k] = alpha * v[k] + (1 - alpha) * (g[k] * g[k]);
        g[k] = g[k] / (Math.sqrt(v[k]) + epsilon);
      }
    };
  }
}
