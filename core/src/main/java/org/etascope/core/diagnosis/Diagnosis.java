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

  /** Returns the same diagnosis without what can be said about the first increase. */
  public Diagnosis withoutEvidence() {
    return new Diagnosis(
        naiveIncreases,
        curvatureIncreases,
        kinkIncreases,
        first.map(LossIncrease::withoutEvidence),
        maxRelativeIncrease,
        drawdown,
        deadNeurons,
        dead);
  }

  /** Adds up what the steps of a run have to say, whoever trains it. */
  public static final class Tally {
    private final IncreaseJudge judge;
    private final TrainingSpec training;
    private final boolean explained;
    private double before = Double.NaN;
    private double lowest = Double.POSITIVE_INFINITY;
    private double drawdown = 1;
    private int naiveIncreases;
    private int curvatureIncreases;
    private int kinkIncreases;
    private Optional<LossIncrease> first = Optional.empty();
    private double maxRelativeIncrease;

    /**
     * Begins with no step.
     *
     * @param judge a workspace for the run's network, data and loss, possibly shared with other
     *     runs
     * @param training how the run is trained
     * @param explained whether the first increase is to have its evidence, which costs as much as
     *     some dozens of steps
     */
    public Tally(IncreaseJudge judge, TrainingSpec training, boolean explained) {
      this.judge = judge;
      this.training = training;
      this.explained = explained;
    }

    /**
     * Notes the loss of the next step.
     *
     * @return whether it rose, and by more than is hidden in any sum: {@link #judge} decides then
     */
    public boolean note(double loss) {
      boolean rose = IncreaseJudge.isNaiveIncrease(before, loss);
      boolean undecided = rose && judge.mayCertify(before, loss);
      naiveIncreases += rose ? 1 : 0;
      track(loss);
      before = loss;
      return undecided;
    }

    /**
     * Judges the step that was noted last.
     *
     * @param from the step before it
     * @param to the step itself
     */
    public void judge(Step from, Step to) {
      judge.judge(from, to).ifPresent(judgement -> count(judgement, from, to));
    }

    /** Returns whether the next certified increase is to have its evidence. */
    public boolean wantsEvidence() {
      return explained && first.isEmpty();
    }

    private void count(IncreaseJudge.Judgement judgement, Step from, Step to) {
      LossIncrease increase =
          wantsEvidence()
              ? judge.evidence(training, from, to, judgement).increase()
              : new LossIncrease(
                  to.index(), from.loss(), to.loss(), judgement.cause(), Optional.empty());
      count(increase);
    }

    /** Counts a certified increase, which must not lie before one that was counted already. */
    public void count(LossIncrease increase) {
      switch (increase.cause()) {
        case CURVATURE -> curvatureIncreases++;
        case KINK -> kinkIncreases++;
      }
      first = first.or(() -> Optional.of(increase));
      maxRelativeIncrease = Math.max(maxRelativeIncrease, increase.relative());
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
     * Returns the judgement over the steps noted so far.
     *
     * @param deadNeurons how many hidden neurons are dead at the last of them
     * @param dead whether every output is
     */
    public Diagnosis diagnosis(int deadNeurons, boolean dead) {
      return new Diagnosis(
          naiveIncreases,
          curvatureIncreases,
          kinkIncreases,
          first,
          first.isPresent() ? OptionalDouble.of(maxRelativeIncrease) : OptionalDouble.empty(),
          drawdown,
          deadNeurons,
          dead);
    }
  }

  /**
   * Judges a run while it is trained. A step whose loss falls costs a comparison and a copy of its
   * parameters and gradient; all else is computed where the loss rises.
   */
  public static final class Recorder implements StepRecorder {
    private final Tally tally;
    private final PreviousStep previous;

    /**
     * Makes a recorder for one run.
     *
     * @param explained whether the first increase is to have its evidence
     * @throws IllegalArgumentException if the network does not fit the data
     */
    public Recorder(
        Architecture architecture, Dataset data, TrainingSpec training, boolean explained) {
      tally =
          new Tally(new IncreaseJudge(architecture, data, training.loss()), training, explained);
      previous = new PreviousStep(architecture);
    }

    @Override
    public void record(Step step) {
      if (tally.note(step.loss())) {
        tally.judge(previous.step(), step);
      }
      previous.keep(step);
    }

    /**
     * Returns the judgement over the steps recorded so far.
     *
     * @throws NullPointerException if there are none
     */
    public Diagnosis diagnosis() {
      Backpropagation last = previous.step().network();
      return tally.diagnosis(last.deadNeurons(), last.outputsDead());
    }
  }
}
