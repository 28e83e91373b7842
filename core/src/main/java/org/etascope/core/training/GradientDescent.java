package org.etascope.core.training;

/**
 * Gradient descent: d = g. PyTorch's {@code SGD} with its defaults.
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
    Require.positive("eta", eta);
  }

  @Override
  public Optimizer withEta(double other) {
    return new GradientDescent(other);
  }

  @Override
  public Stepper stepper(int parameters) {
    return g -> {};
  }
}
