package org.etascope.core.training;

/**
 * Gradient descent with Nesterov's momentum: m = mu m + g, d = g + mu m, from m = 0 (Sutskever,
 * Martens, Dahl and Hinton, ICML 2013). PyTorch's {@code SGD} with {@code nesterov=True}.
 *
 * @param eta the learning rate, finite and above 0
 * @param momentum mu, from 0 to below 1
 */
public record Nesterov(double eta, double momentum) implements Optimizer {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Nesterov {
    Require.positive("eta", eta);
    Require.fraction("momentum", momentum);
  }

  @Override
  public Optimizer withEta(double other) {
    return new Nesterov(other, momentum);
  }

  @Override
  public Stepper stepper(int parameters) {
    double[] m = new double[parameters];
    return g -> {
      for (int k = 0; k < g.length; k++) {
        m[k] = momentum * m[k] + g[k];
        g[k] = g[k] + momentum * m[k];
      }
    };
  }
}
