package org.etascope.core.training;

import java.util.ArrayList;
import java.util.List;
import org.etascope.core.network.Parameters;

/**
 * Everything a run did at every step. Immutable.
 *
 * @param steps the recorded steps, from step 0
 */
public record Trace(List<Snapshot> steps) {
  /** Copies the list. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * One step of a trace.
   *
   * @param loss L
   * @param parameters theta before the update
   * @param gradient dL/dtheta
   * @param activations A_0 ... A_{L-1}, each n_l x m row by row; the last is the output
   */
  public record Snapshot(
      double loss, Parameters parameters, Parameters gradient, List<double[]> activations) {
    /** Copies the list. */
    public Snapshot {
      activations = List.copyOf(activations);
    }
  }

  /** Collects a trace while a run is trained. */
  public static final class Recorder implements StepRecorder {
    private final List<Snapshot> steps = new ArrayList<>();

    @Override
    public void record(Step step) {
      List<double[]> activations = new ArrayList<>();
      for (int l = 0; l < step.parameters().architecture().layers(); l++) {
        activations.add(step.network().activations(l).clone());
      }
      steps.add(
          new Snapshot(step.loss(), step.parameters().copy(), step.gradient().copy(), activations));
    }

    /** Returns the trace of the steps recorded so far. */
    public Trace trace() {
      return new Trace(steps);
    }
  }
}
