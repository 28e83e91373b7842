package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.LossCurve;
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
 * @param totalRise the sum of L_{t+1} - L_t over the certified increases, 0 without any, infinite
 *     where the loss overflowed
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
    double totalRise,
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
        totalRise,
        drawdown,
        deadNeurons,
        dead);
  }

  /**
   * Returns how long the first increase, at s, was not made good: the least k from 1 with L_{s+k}
   * <= L_{s-1}; empty without an increase, or if the loss did not come back within the run.
   *
   * @param losses the losses that were judged
   */
  public OptionalInt stepsToRecover(LossCurve losses) {
    if (first.isEmpty()) {
      return OptionalInt.empty();
    }
    int step = first.get().step();
    for (int t = step + 1; t < losses.steps(); t++) {
      if (losses.at(t) <= first.get().before()) {
        return OptionalInt.of(t - step);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Adds up what the steps of a run have to say, whoever trains it.
   *
   * <p>Of the steps a verdict is about, most rules ask no more than the losses and the certified
   * increases, and of these the last ones alone: two masks of 64 bits. The gradient is looked at in
   * the last pairs of steps of a run without increase. Whatever else a verdict needs, {@link
   * Replay} finds, for the few runs that come so close to a rule.
   */
  public static final class Tally {
    private final IncreaseJudge judge;
    private final TrainingSpec training;
    private final boolean explained;
    private final int firstTurn;
    private final KeptSteps kept;
    private final LossCurve.Recorder losses;
    private final RecentIncreases.Tally recent = new RecentIncreases.Tally();
    private final Reversals.Tally reversals = new Reversals.Tally();
    private double before = Double.NaN;
    private int curvatureIncreases;
    private int kinkIncreases;
    private Optional<LossIncrease> first = Optional.empty();
    private double maxRelativeIncrease;
    private double totalRise;

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
      this.firstTurn = firstTurn(training);
      this.kept = new KeptSteps(training);
      this.losses = new LossCurve.Recorder(judge.rows(training));
    }

    /** Returns the first step before which the gradient may matter, if all steps are recorded. */
    private static int firstTurn(TrainingSpec training) {
      if (!training.isGradientDescent()) {
        return Integer.MAX_VALUE;
      }
      // where the training may stop, any step may be among the last
      int transitions = training.steps() - 1;
      return training.lossBelow().isPresent() ? 1 : transitions - Reversals.pairs(transitions) + 1;
    }

    /**
     * Notes the loss of the next step.
     *
     * @return whether it rose, and by more than is hidden in any sum: {@link #judge} decides then
     */
    public boolean note(double loss) {
      boolean undecided =
          IncreaseJudge.isNaiveIncrease(before, loss) && judge.mayCertify(before, loss);
      losses.add(loss);
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

    /** Returns the first step at which more than the loss may be asked for. */
    public int firstWatched() {
      return Math.min(firstTurn, kept.first());
    }

    /** Returns whether {@link #keep} is to be told of the parameters of the step noted last. */
    public boolean wantsParameters() {
      return kept.wants(losses.steps() - 1);
    }

    /** Keeps a copy of the parameters of the step noted last, which the verdict may ask for. */
    public void keep(Parameters theta) {
      kept.keep(theta);
    }

    /** Returns whether {@link #turned} is to be told of the gradient before the step noted last. */
    public boolean watchesGradient() {
      return losses.steps() > firstTurn && first.isEmpty();
    }

    /**
     * Notes the gradients of the step noted last and of the one before, t + 1 and t.
     *
     * @param dot g_t g_{t+1}
     * @param squaresBefore |g_t|^2
     * @param squares |g_{t+1}|^2
     * @return whether the gradient turned round: {@link #judgeTurn} decides then whether it counts
     */
    public boolean turned(double dot, double squaresBefore, double squares) {
      return reversals.note(dot, squaresBefore, squares);
    }

    /**
     * Returns whether the turn that was noted last counts already by what the parameters tell, for
     * half mean squared error; only {@link #judgeTurn} can tell otherwise.
     *
     * @param squaresBefore |g_t|^2
     * @param thetaBefore theta_t
     * @param lossBefore L_t
     */
    public boolean countsTurn(double squaresBefore, Parameters thetaBefore, double lossBefore) {
      return judge.isFarBeyondRounding(
          training, losses.steps() - 2, squaresBefore, thetaBefore, lossBefore);
    }

    /**
     * Judges the turn that was noted last.
     *
     * @param from step t
     */
    public void judgeTurn(Step from) {
      if (!judge.isBeyondRounding(training, from)) {
        reversals.discount();
      }
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
      count(increase, from.parameters(), to.parameters());
    }

    /**
     * Counts a certified increase, which must not lie before one that was counted already.
     *
     * @param thetaBefore the parameters at the step before it
     * @param theta the parameters at its step
     */
    public void count(LossIncrease increase, Parameters thetaBefore, Parameters theta) {
      switch (increase.cause()) {
        case CURVATURE -> curvatureIncreases++;
        case KINK -> kinkIncreases++;
      }
      if (first.isEmpty()) {
        first = Optional.of(increase);
        kept.keepFirst(increase, thetaBefore, theta);
      }
      recent.add(increase.step(), increase.cause());
      maxRelativeIncrease = Math.max(maxRelativeIncrease, increase.relative());
      totalRise += increase.change();
    }

    /** Returns the losses noted so far. */
    public LossCurve losses() {
      return losses.curve();
    }

    /**
     * Returns the judgement over the steps noted so far.
     *
     * @param deadNeurons how many hidden neurons are dead at the last of them
     * @param dead whether every output is
     */
    public Diagnosis diagnosis(int deadNeurons, boolean dead) {
      LossCurve curve = losses();
      return new Diagnosis(
          IncreaseJudge.naiveIncreases(curve),
          curvatureIncreases,
          kinkIncreases,
          first,
          first.isPresent() ? OptionalDouble.of(maxRelativeIncrease) : OptionalDouble.empty(),
          totalRise,
          curve.drawdown(),
          deadNeurons,
          dead);
    }

    /**
     * Returns the verdict over the steps noted so far.
     *
     * @param diagnosis the judgement over them
     * @param last copies the parameters at the last of them, should they be needed
     * @param replay trains the run again, should that be needed
     */
    public Verdict verdict(Diagnosis diagnosis, Supplier<Parameters> last, Replay replay) {
      int transitions = losses.steps() - 1;
      Course course =
          new Course(
              losses(),
              judge.zeroLoss(),
              training.isGradientDescent(),
              diagnosis,
              recent.at(transitions),
              reversals.over(transitions, false));
      return VerdictJudge.verdict(
          course, new SecondLook(training, judge, kept, transitions, last, replay));
    }
  }

  /**
   * Judges a run while it is trained. A step whose loss falls costs a comparison, |g|^2 and a copy
   * of its parameters and gradient; all else is computed where the loss rises or the gradient turns
   * round.
   */
  public static final class Recorder implements StepRecorder {
    private final Tally tally;
    private final PreviousStep previous;
    private double squares;
    private double largestSquares;

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
      if (tally.wantsParameters()) {
        tally.keep(step.parameters());
      }
      double squaresBefore = squares;
      squares = step.gradient().dot(step.gradient());
      largestSquares = Math.max(largestSquares, squares);
      if (tally.watchesGradient()) {
        Step from = previous.step();
        if (tally.turned(from.gradient().dot(step.gradient()), squaresBefore, squares)) {
          tally.judgeTurn(from);
        }
      }
      previous.keep(step);
    }

    /** Returns the losses recorded so far. */
    public LossCurve losses() {
      return tally.losses();
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

    /**
     * Returns the verdict over the steps recorded so far.
     *
     * @param diagnosis the judgement over them
     * @param replay trains the run again, should that be needed
     */
    public Verdict verdict(Diagnosis diagnosis, Replay replay) {
      return tally.verdict(diagnosis, () -> previous.step().parameters().copy(), replay);
    }

    /** Returns where the steps recorded so far end. */
    public Optional<EndState> endState(Verdict verdict) {
      return EndState.of(verdict, losses(), squares, largestSquares);
    }
  }
}
