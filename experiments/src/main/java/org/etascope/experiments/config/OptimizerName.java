package org.etascope.experiments.config;

import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Optimizer;

/** The optimizers a config can name. */
public enum OptimizerName {
  /** Full-batch gradient descent. */
  GRADIENT_DESCENT {
    @Override
    public Optimizer with(double eta) {
      return new GradientDescent(eta);
    }
  };

  /**
   * Returns the optimizer.
   *
   * @param eta the learning rate, finite and above 0
   */
  public abstract Optimizer with(double eta);
}
