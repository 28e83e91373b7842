package org.etascope.core.training;

/** Somebody who watches a training step by step. */
@FunctionalInterface
public interface StepRecorder {
  /**
   * Takes note of a step, before its update is applied.
   *
   * @param step a view that changes after this call
   */
  void record(Step step);

  /** Returns a recorder that hands each step to this one, then to another. */
  default StepRecorder and(StepRecorder other) {
    return step -> {
      record(step);
      other.record(step);
    };
  }
}
