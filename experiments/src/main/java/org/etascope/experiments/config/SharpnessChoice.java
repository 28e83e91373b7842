package org.etascope.experiments.config;

import org.etascope.core.diagnosis.SharpnessSteps;

/** At which steps of every run the sharpness is computed. */
public sealed interface SharpnessChoice {
  /**
   * At these.
   *
   * @param steps the steps
   */
  record At(SharpnessSteps steps) implements SharpnessChoice {}

  /** At both ends of every run while runs are few, else at none. */
  record Auto() implements SharpnessChoice {}
}
