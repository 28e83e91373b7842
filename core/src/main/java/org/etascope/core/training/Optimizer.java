package org.etascope.core.training;

import org.etascope.core.network.Parameters;

/** A rule that moves the parameters by what the gradient says. */
public sealed interface Optimizer permits GradientDescent {
  /** Returns the learning rate. */
  double eta();

  /**
   * Applies one update in place.
   *
   * @param theta the parameters, replaced by the updated ones
   * @param gradient dL/dtheta at theta
   */
  void update(Parameters theta, Parameters gradient);
}
