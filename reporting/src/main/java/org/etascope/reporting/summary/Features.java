package org.etascope.reporting.summary;

import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Schedule;

/**
 * What some runs have and others lack; tables have columns for it only where a run has it.
 *
 * @param scheduled whether eta varies from step to step
 * @param validated whether points are held out for validation
 */
public record Features(boolean scheduled, boolean validated) {
  /** The features of no run. */
  static final Features NONE = new Features(false, false);

  /** Returns the features of these runs and one more. */
  Features and(RunSpec run) {
    return new Features(
        scheduled || !(run.training().schedule() instanceof Schedule.Constant),
        validated || run.validation().isPresent());
  }
}
