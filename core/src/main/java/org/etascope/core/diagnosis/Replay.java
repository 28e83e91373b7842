package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.StepRecorder;
import org.etascope.core.training.TrainingSpec;

/**
 * A run trained once more, with every bit it had, for what is too expensive to collect from all
 * runs: the parameters at chosen steps, and the rounding bound at the last ones.
 */
public final class Replay {
  private final Architecture architecture;
  private final Dataset data;
  private final TrainingSpec training;
  private final Consumer<StepRecorder> train;
  private final int steps;

  /**
   * Describes a run of gradient descent; nothing is trained until a verdict asks for it.
   *
   * @param steps how many steps were recorded
   * @param train trains the run and hands each step to a recorder
   */
  public Replay(
      Architecture architecture,
      Dataset data,
      TrainingSpec training,
      int steps,
      Consumer<StepRecorder> train) {
    this.architecture = architecture;
    this.data = data;
    this.training = training;
    this.steps = steps;
    this.train = train;
  }

  /**
   * Returns theta at some steps.
   *
   * @param chosen recorded steps, in ascending order
   */
  List<Parameters> thetas(int... chosen) {
    List<Parameters> thetas = new ArrayList<>();
    train.accept(
        step -> {
          if (Arrays.binarySearch(chosen, step.index()) >= 0) {
            thetas.add(step.parameters().copy());
          }
        });
    return thetas;
  }

  /** Returns exactly how often the gradient turned round in the end. */
  Reversals reversals() {
    int transitions = steps - 1;
    int from = transitions - Reversals.pairs(transitions) + 1;
    IncreaseJudge judge = new IncreaseJudge(architecture, data, training.loss());
    PreviousStep previous = new PreviousStep(architecture);
    Reversals.Tally tally = new Reversals.Tally();
    train.accept(
        step -> {
          if (step.index() >= from) {
            boolean unused = tally.note(previous.step().gradient(), step.gradient());
            if (!judge.isBeyondRounding(training, previous.step())) {
              tally.discount();
            }
          }
          previous.keep(step);
        });
    return tally.over(transitions, true);
  }
}
