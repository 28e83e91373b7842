package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.Step;
import org.etascope.core.training.StepRecorder;
import org.etascope.core.training.TrainingSpec;

/**
 * What can be said about every step of a traced run.
 *
 * @param steps one entry for each recorded step
 * @param deadNeurons the hidden neurons that are dead at the last one, and since when
 */
public record TraceDiagnosis(List<StepDiagnostics> steps, List<DeadNeuron> deadNeurons) {
  /** Copies the lists. */
  public TraceDiagnosis {
    steps = List.copyOf(steps);
    deadNeurons = List.copyOf(deadNeurons);
  }

  /**
   * Looks closely at each step of a run while it is trained, at a multiple of the training's cost.
   */
  public static final class Recorder implements StepRecorder {
    private static final int ALIVE = -1;

    private final IncreaseJudge judge;
    private final TrainingSpec training;
    private final int[][] deadSince;
    private final List<StepDiagnostics> steps = new ArrayList<>();
    private final PreviousStep previous;
    private double boundBefore = Double.NaN;

    /**
     * Makes a recorder for one run.
     *
     * @throws IllegalArgumentException if the network does not fit the data
     */
    public Recorder(Architecture architecture, Dataset data, TrainingSpec training) {
      this.judge = new IncreaseJudge(architecture, data, training.loss());
      this.training = training;
      this.previous = new PreviousStep(architecture);
      this.deadSince = new int[architecture.layers() - 1][];
      for (int l = 0; l < deadSince.length; l++) {
        deadSince[l] = new int[architecture.neurons(l)];
        Arrays.fill(deadSince[l], ALIVE);
      }
    }

    @Override
    public void record(Step step) {
      noteDeadNeurons(step);
      double boundAfter = judge.bound(step);
      steps.add(
          step.index() == 0
              ? start(step)
              : arrival(previous.step(), step, boundBefore + boundAfter));
      boundBefore = boundAfter;
      previous.keep(step);
    }

    private StepDiagnostics start(Step step) {
      return new StepDiagnostics(
          norm(step.gradient()),
          activeNeurons(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          false,
          Optional.empty(),
          Optional.empty());
    }

    private StepDiagnostics arrival(Step from, Step to, double bound) {
      boolean naive = IncreaseJudge.isNaiveIncrease(from.loss(), to.loss());
      Optional<Evidence> evidence =
          naive
              ? judge
                  .judge(from, to)
                  .map(judgement -> judge.evidence(training, from, to, judgement))
              : Optional.empty();
      return new StepDiagnostics(
          norm(to.gradient()),
          activeNeurons(),
          cosine(from.gradient(), to.gradient()),
          judge.pathCurvature(training, from, to, bound),
          naive,
          !naive && judge.frozenLoss(from, to) - from.loss() > bound,
          evidence,
          evidence
              .filter(increase -> Double.isFinite(increase.after()))
              .flatMap(increase -> judge.kinkBudget(training, from, to, increase)));
    }

    private void noteDeadNeurons(Step step) {
      Backpropagation network = step.network();
      for (int l = 0; l < deadSince.length; l++) {
        for (int i = 0; i < deadSince[l].length; i++) {
          if (!network.isDead(l, i)) {
            deadSince[l][i] = ALIVE;
          } else if (deadSince[l][i] == ALIVE) {
            deadSince[l][i] = step.index();
          }
        }
      }
    }

    private int activeNeurons() {
      return (int)
          Arrays.stream(deadSince).flatMapToInt(Arrays::stream).filter(s -> s == ALIVE).count();
    }

    private static OptionalDouble cosine(Parameters x, Parameters y) {
      double cosine = x.dot(y) / (norm(x) * norm(y));
      return Double.isFinite(cosine) ? OptionalDouble.of(cosine) : OptionalDouble.empty();
    }

    private static double norm(Parameters x) {
      return Math.sqrt(x.dot(x));
    }

    /** Returns what was found over the steps recorded so far. */
    public TraceDiagnosis diagnosis() {
      List<DeadNeuron> dead = new ArrayList<>();
      for (int l = 0; l < deadSince.length; l++) {
        for (int i = 0; i < deadSince[l].length; i++) {
          if (deadSince[l][i] != ALIVE) {
            dead.add(new DeadNeuron(l, i, deadSince[l][i]));
          }
        }
      }
      return new TraceDiagnosis(steps, dead);
    }
  }
}
