package org.etascope.core.run;

import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.LossCurve;

/**
 * A run and what came of it.
 *
 * @param spec what determined the run
 * @param outcome what came of it
 */
public record RunResult(RunSpec spec, Outcome outcome) {

  /** What came of a run: it was trained, whatever its loss did, or it could not be. */
  public sealed interface Outcome {}

  /**
   * The run was trained.
   *
   * @param losses the loss at every recorded step
   * @param finalParameters the parameters after the last update
   * @param diagnosis where the loss rose and what became of the network
   */
  public record Trained(LossCurve losses, Parameters finalParameters, Diagnosis diagnosis)
      implements Outcome {}

  /**
   * The run could not be executed.
   *
   * @param cause what went wrong, in one line
   */
  public record Failed(String cause) implements Outcome {}

  /** Trains a run and judges it. */
  public static RunResult of(RunSpec spec) {
    LossCurve.Recorder curve = new LossCurve.Recorder(spec.training().steps());
    Diagnosis.Recorder judge =
        new Diagnosis.Recorder(spec.architecture(), spec.data(), spec.training());
    Parameters finalParameters = spec.train(curve.and(judge));
    return new RunResult(spec, new Trained(curve.curve(), finalParameters, judge.diagnosis()));
  }

  /** Returns the first fate that holds, in the order of {@link Fate}. */
  public Fate fate() {
    if (!(outcome instanceof Trained trained)) {
      return Fate.FAILED;
    }
    if (!Double.isFinite(trained.losses().last())) {
      return Fate.DIVERGED;
    }
    if (trained.diagnosis().dead()) {
      return Fate.DEAD;
    }
    return trained.diagnosis().increases() == 0 ? Fate.MONOTONE : Fate.NON_MONOTONE;
  }
}
