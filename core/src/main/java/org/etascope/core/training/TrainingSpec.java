package org.etascope.core.training;

import org.etascope.core.network.Loss;

/**
 * How a network is trained.
 *
 * @param loss what is minimised
 * @param optimizer how parameters are updated
 * @param steps T, how many steps are recorded and how many updates are applied, from 1
 */
public record TrainingSpec(Loss loss, Optimizer optimizer, int steps) {
  /**
   * Checks the number of steps.
   *
   * @throws IllegalArgumentException if there is less than one step
   */
  public TrainingSpec {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, got " + steps);
    }
  }
}
