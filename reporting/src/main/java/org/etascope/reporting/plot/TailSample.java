package org.etascope.reporting.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;

/**
 * The last losses of the first runs of one eta: the last {@value #MOST_LOSSES} of each, or the
 * second half where that is fewer. They follow on each other, so that a loss that comes back with
 * any period up to their number shows every value that it takes.
 */
final class TailSample {
  /** How many losses of a run are kept at most. */
  static final int MOST_LOSSES = 64;

  /** How many runs of an eta are kept at most. */
  static final int MOST_RUNS = 8;

  private double[] losses = new double[0];
  private double largestInitial;
  private int runs;

  /** Takes a run in, unless it diverged or there are enough. */
  void add(Trained run) {
    LossCurve curve = run.losses();
    if (runs == MOST_RUNS || !Double.isFinite(curve.last())) {
      return;
    }
    runs++;
    largestInitial = Math.max(largestInitial, curve.first());
    int kept = Math.min(MOST_LOSSES, (curve.steps() + 1) / 2);
    int known = losses.length;
    losses = Arrays.copyOf(losses, known + kept);
    for (int k = 0; k < kept; k++) {
      losses[known + k] = curve.at(curve.steps() - kept + k);
    }
  }

  /** Returns the losses of all runs, finite. */
  DoubleStream losses() {
    return Arrays.stream(losses);
  }

  /** Returns the largest first loss of these runs, 0 without one. */
  double largestInitial() {
    return largestInitial;
  }
}
