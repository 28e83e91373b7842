package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.training.Step;
import org.etascope.core.training.StepRecorder;
import org.etascope.core.training.TrainingSpec;

/**
 * What became of a run that was executed.
 *
 * @param naiveIncreases how many steps have a computed loss above the one before, for whatever
 *     reason
 * @param curvatureIncreases how many certified increases the curvature of the loss caused
 * @param kinkIncreases how many certified increases kinks caused
 * @param first the first certified increase, if there is one
 * @param maxRelativeIncrease the largest (L_{t+1} - L_t) / L_t among the certified increases, if
 *     there is one
 * @param drawdown max_t L_t / min_{s<=t} L_s, from 1: how far the loss ever stood above its best so
 *     far; infinite where it overflowed or left 0
 * @param deadNeurons how many hidden neurons' ReLUs were off on all points at the last recorded
 *     step
 * @param dead whether every output's ReLU was off on all points at the last recorded step
 */
public record Diagnosis(
    int naiveIncreases,
    int curvatureIncreases,
    int kinkIncreases,
    Optional<LossIncrease> first,
    OptionalDouble maxRelativeIncrease,
    double drawdown,
    int deadNeurons,
    boolean dead) {

  /** Returns how many steps have a loss that certainly is higher than the one before. */
  public int increases() {
    return curvatureIncreases + kinkIncreases;
  }

  /**
   * Judges a run while it is trained. A step whose loss falls costs a comparison and a copy of its
   * parameters and gradient; all else is computed where the loss rises.
   */
  public static final class Recorder implements StepRecorder {
    private final IncreaseJudge judge;
    private final PreviousStep previous;
    private double lowest = Double.POSITIVE_INFINITY;
    private double drawdown = 1;
    private int naiveIncreases;
    private int curvatureIncreases;
    private int kinkIncreases;
    private Optional<LossIncrease> first = Optional.empty();
    private double maxRelativeIncrease;

    /**
     * Makes a recorder for one run.
     *
     * @throws IllegalArgumentException if the network does not fit the data
     */
    public Recorder(Architecture architecture, Dataset data, TrainingSpec training) {
      judge = new IncreaseJudge(architecture, data, training);
      previous = new PreviousStep(architecture);
    }

    @Override
    public void record(Step step) {
      if (step.index() > 0 && IncreaseJudge.isNaiveIncrease(previous.loss(), step.loss())) {
        naiveIncreases++;
        Step from = previous.step();
        judge.judge(from, step).ifPresent(judgement -> count(judgement, from, step));
      }
      track(step.loss());
      previous.keep(step);
    }

    private void count(IncreaseJudge.Judgement judgement, Step from, Step to) {
      switch (judgement.cause()) {
        case CURVATURE -> curvatureIncreases++;
        case KINK -> kinkIncreases++;
      }
      if (first.isEmpty()) {
        first = Optional.of(judge.evidence(from, to, judgement).increase());
      }
      maxRelativeIncrease =
          Math.max(maxRelativeIncrease, LossIncrease.relative(from.loss(), to.loss()));
    }

    private void track(double loss) {
      if (!Double.isFinite(loss)) {
        drawdown = Double.POSITIVE_INFINITY;
      } else if (loss < lowest) {
        lowest = loss;
      } else if (loss > lowest) {
        drawdown = Math.max(drawdown, loss / lowest);
      }
    }

    /**
     * Returns the judgement over the steps recorded so far.
     *
     * @throws NullPointerException if there are none
     */
    public Diagnosis diagnosis() {
      Backpropagation last = previous.step().network();
      return new Diagnosis(
          naiveIncreases,
          curvatureIncreases,
          kinkIncreases,
          first,
          first.isPresent() ? OptionalDouble.of(maxRelativeIncrease) : OptionalDouble.empty(),
          drawdown,
          last.deadNeurons(),
          last.outputsDead());
    }
  }
}
