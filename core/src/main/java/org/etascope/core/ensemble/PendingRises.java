package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.MAX;
import static org.etascope.core.ensemble.Lanes.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.IncreaseJudge;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunSpec;

/**
 * Steps whose loss rose, gathered from all runs until they fill the lanes of a register, so that a
 * judgement over as many of them costs about one pass.
 */
final class PendingRises {
  private final OneHiddenReluLanes network;
  private final IncreaseJudge judge;
  private final LaneView viewBefore;
  private final LaneView view;
  private final List<Rise> rises = new ArrayList<>();

  /** theta_t and theta_{t+1} of each rise: P registers each. */
  private final double[] thetasBefore;

  private final double[] thetas;
  private final double[] frozenLosses = Lanes.registers(1);
  private final Parameters thetaBefore;
  private final Parameters theta;

  /** The largest |theta_k| of all rises, for each k. */
  private final Parameters largest;

  PendingRises(
      RunSpec like,
      OneHiddenReluLanes network,
      IncreaseJudge judge,
      LaneView before,
      LaneView now) {
    this.network = network;
    this.judge = judge;
    this.viewBefore = before;
    this.view = now;
    this.thetaBefore = Parameters.zeros(like.architecture());
    this.theta = Parameters.zeros(like.architecture());
    this.largest = Parameters.zeros(like.architecture());
    this.thetasBefore = Lanes.registers(theta.values().length);
    this.thetas = Lanes.registers(theta.values().length);
  }

  /** The step of a run whose loss rose from {@code before} to {@code after}. */
  private record Rise(LaneRun run, int step, double before, double after) {}

  /** Adds the step that a run recorded last, whose loss is finite. */
  void add(LaneRun run, double[] registersBefore, double[] registers) {
    int lane = rises.size();
    Lanes.copy(registersBefore, run.lane(), thetasBefore, lane);
    Lanes.copy(registers, run.lane(), thetas, lane);
    rises.add(new Rise(run, run.step(), run.lossBefore(), run.loss()));
    if (rises.size() == Lanes.COUNT) {
      judge();
    }
  }

  /** Judges all rises that are pending. */
  void judge() {
    if (rises.isEmpty()) {
      return;
    }
    network.frozenLoss(thetasBefore, thetas, frozenLosses);
    double limit = limit();
    for (int lane = 0; lane < rises.size(); lane++) {
      judge(rises.get(lane), lane, limit);
    }
    rises.clear();
  }

  /**
   * Returns what B_t + B_{t+1} of no rise exceeds: one bound for all of them decides nearly all.
   * Lanes without a rise hold earlier ones, which can do no more than raise it.
   */
  private double limit() {
    double[] sizes = largest.values();
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = get(thetasBefore, k).abs().max(get(thetas, k).abs()).reduceLanes(MAX);
    }
    double largestLoss = 0;
    for (Rise rise : rises) {
      largestLoss = Math.max(largestLoss, rise.after());
    }
    return 2 * judge.largestBound(largest, largestLoss);
  }

  private void judge(Rise rise, int lane, double limit) {
    Lanes.take(thetasBefore, lane, thetaBefore.values());
    Lanes.take(thetas, lane, theta.values());
    Optional<Cause> cause =
        judge.judgeLarge(rise.before(), rise.after(), frozenLosses[lane], limit);
    if (cause.isPresent()) {
      rise.run()
          .tally()
          .count(
              new LossIncrease(
                  rise.step(), rise.before(), rise.after(), cause.get(), Optional.empty()),
              thetaBefore,
              theta);
    } else {
      rise.run()
          .tally()
          .judge(
              viewBefore.of(lane, rise.step() - 1, rise.before(), thetasBefore),
              view.of(lane, rise.step(), rise.after(), thetas));
    }
  }
}
