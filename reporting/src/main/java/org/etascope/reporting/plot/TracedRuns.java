package org.etascope.reporting.plot;

import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.StepRecorder;

/** The runs of a sweep that have a trace, as far as pictures look at them step by step. */
final class TracedRuns {
  /** How many steps of a run are looked at. */
  static final int MOST_STEPS = 2000;

  private TracedRuns() {}

  /** Hands on the first {@link #MOST_STEPS} steps. */
  static StepRecorder beginning(StepRecorder recorder) {
    return step -> {
      if (step.index() < MOST_STEPS) {
        recorder.record(step);
      }
    };
  }

  /** Returns what can be said about the first {@link #MOST_STEPS} steps of a run. */
  static TraceDiagnosis diagnosis(RunSpec spec) {
    TraceDiagnosis.Recorder recorder =
        new TraceDiagnosis.Recorder(spec.architecture(), spec.data(), spec.training());
    spec.train(beginning(recorder));
    return recorder.diagnosis();
  }
}
