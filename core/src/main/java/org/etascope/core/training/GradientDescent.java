package org.etascope.core.training;

import org.etascope.core.network.Parameters;

/**
 * Full-batch gradient descent: theta = theta - eta g.
 *
 * @param eta the learning rate, finite and above 0
 */
public record GradientDescent(double eta) implements Optimizer {
  /**
   * Checks the learning rate.
   *
   * @throws IllegalArgumentException if eta is not a finite number above 0
   */
  public GradientDescent {
    if (!(eta > 0 && eta <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("eta must be a finite number above 0, got " + eta);
    }
  }

  @Override
  public void update(Parameters theta, Parameters gradient) {
    double[] values = theta.values();
    double[] g = gradient.values();
    // theta_k = theta_k - (eta g_k)
    for (int k = 0; k < values.length; k++) {
      values[k] -= eta * g[k];
    }
  }
}
