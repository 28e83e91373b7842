package org.etascope.core.ensemble;

import java.util.Optional;
import java.util.function.Supplier;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.EndState;
import org.etascope.core.diagnosis.IncreaseJudge;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.LossCurve;

/** The run in one lane, and what its recorders know so far. */
final class LaneRun {
  private final int place;
  private final int lane;
  private final RunSpec spec;
  private final Optional<LossCurve.Recorder> heldLosses;
  private final Diagnosis.Tally tally;
  private final int firstWatched;
  private int steps;
  private double lossBefore = Double.NaN;
  private double loss = Double.NaN;

  /**
   * Begins a run.
   *
   * @param place where it stands among the runs to train
   * @param lane the lane it lies in
   */
  LaneRun(int place, int lane, RunSpec spec, IncreaseJudge judge, boolean explained) {
    this.place = place;
    this.lane = lane;
    this.spec = spec;
    this.heldLosses =
        spec.validation().map(points -> new LossCurve.Recorder(spec.training().steps()));
    this.tally = new Diagnosis.Tally(judge, spec.training(), explained);
    this.firstWatched = Math.min(tally.firstWatched(), spec.training().steps() - 1);
  }

  /** Records the next step, and returns whether it has to be judged. */
  boolean record(double stepLoss) {
    lossBefore = loss;
    loss = stepLoss;
    steps++;
    return tally.note(stepLoss);
  }

  /** Records the validation loss of the step recorded last. */
  void recordHeld(double heldLoss) {
    heldLosses.orElseThrow().add(heldLoss);
  }

  /**
   * Returns whether more than its loss may matter of the step recorded last: it is among the last
   * steps, or ends the run.
   */
  boolean isWatched() {
    return steps > firstWatched || endedEarly();
  }

  /** Returns whether the loss recorded last ends the run before its time. */
  boolean endedEarly() {
    return spec.training().endsAt(loss);
  }

  /** Returns whether the step recorded last is the last one. */
  boolean hasEnded() {
    return steps == spec.training().steps() || endedEarly();
  }

  /**
   * Returns what came of the run.
   *
   * @param last copies the parameters at the step recorded last
   * @param squares |g|^2 at the step recorded last
   * @param largestSquares the largest |g|^2 of any step
   */
  RunResult result(
      Parameters finalParameters,
      Supplier<Parameters> last,
      int deadNeurons,
      boolean dead,
      double squares,
      double largestSquares) {
    LossCurve losses = tally.losses();
    Diagnosis diagnosis = tally.diagnosis(deadNeurons, dead);
    Verdict verdict =
        tally.verdict(diagnosis, last, spec.replay(losses.steps(), Backpropagation::new));
    return new RunResult(
        spec,
        new Trained(
            losses,
            finalParameters,
            diagnosis,
            verdict,
            EndState.of(verdict, losses, squares, largestSquares),
            heldLosses.map(LossCurve.Recorder::curve)));
  }

  /** Returns where the run stands among the runs to train. */
  int place() {
    return place;
  }

  /** Returns the lane the run lies in. */
  int lane() {
    return lane;
  }

  /** Returns the step recorded last, from 0. */
  int step() {
    return steps - 1;
  }

  /** Returns the loss of the step before that. */
  double lossBefore() {
    return lossBefore;
  }

  /** Returns the loss recorded last. */
  double loss() {
    return loss;
  }

  /** Returns what adds up the run's increases. */
  Diagnosis.Tally tally() {
    return tally;
  }
}
