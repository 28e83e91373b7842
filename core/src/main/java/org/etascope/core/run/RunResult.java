package org.etascope.core.run;

import java.util.Optional;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.EndState;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Workspaces;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.StepRecorder;

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
   * @param verdict what the run did as a whole
   * @param endState where its end leaves it; empty if it blew up
   * @param validation the validation loss at the same steps, if there are points for it
   */
  public record Trained(
      LossCurve losses,
      Parameters finalParameters,
      Diagnosis diagnosis,
      Verdict verdict,
      Optional<EndState> endState,
      Optional<LossCurve> validation)
      implements Outcome {}

  /**
   * The run could not be executed.
   *
   * @param cause what went wrong, in one line
   */
  public record Failed(String cause) implements Outcome {}

  /** Trains a run in scalars and judges it, with evidence for its first increase. */
  public static RunResult of(RunSpec spec) {
    return of(spec, Backpropagation::new, true);
  }

  /**
   * Trains a run and judges it.
   *
   * @param workspaces what computes the passes of the training and of the validation
   * @param explained whether the first increase is to have its evidence
   */
  public static RunResult of(RunSpec spec, Workspaces workspaces, boolean explained) {
    Diagnosis.Recorder judge =
        new Diagnosis.Recorder(spec.architecture(), spec.data(), spec.training(), explained);
    Optional<LossCurve.Recorder> validation =
        spec.validation()
            .map(points -> new LossCurve.Recorder(spec.training().rows(spec.data().points())));
    StepRecorder recorder = judge;
    if (validation.isPresent()) {
      Backpropagation held =
          workspaces.of(
              spec.architecture(), spec.validation().orElseThrow(), spec.training().loss());
      recorder = recorder.and(step -> validation.get().add(held.forward(step.parameters())));
    }
    Parameters last = spec.train(workspaces, recorder);
    LossCurve losses = judge.losses();
    Diagnosis diagnosis = judge.diagnosis();
    Verdict verdict = judge.verdict(diagnosis, spec.replay(losses.steps(), workspaces));
    return new RunResult(
        spec,
        new Trained(
            losses,
            last,
            diagnosis,
            verdict,
            judge.endState(verdict),
            validation.map(LossCurve.Recorder::curve)));
  }

  /** Returns the same result without what can be said about the first increase. */
  public RunResult withoutEvidence() {
    return outcome instanceof Trained trained
            && trained.diagnosis().first().flatMap(LossIncrease::evidence).isPresent()
        ? new RunResult(
            spec,
            new Trained(
                trained.losses(),
                trained.finalParameters(),
                trained.diagnosis().withoutEvidence(),
                trained.verdict(),
                trained.endState(),
                trained.validation()))
        : this;
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
