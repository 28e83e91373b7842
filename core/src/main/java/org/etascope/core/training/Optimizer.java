package org.etascope.core.training;

/**
 * A rule that moves the parameters by what the gradients say: theta = theta - (eta d), with a
 * direction d that the rule makes of the gradients so far. Definitions and defaults are PyTorch's.
 */
public sealed interface Optimizer permits GradientDescent, Momentum, Nesterov, RmsProp, Adam {
  /** Returns the learning rate, finite and above 0: the peak where a schedule varies it. */
  double eta();

  /** Returns the same rule with another learning rate. */
  Optimizer withEta(double eta);

  /**
   * Returns what turns the gradients of one run into directions, with nothing remembered yet.
   *
   * @param parameters P, how many numbers a gradient has
   */
  Stepper stepper(int parameters);
}
