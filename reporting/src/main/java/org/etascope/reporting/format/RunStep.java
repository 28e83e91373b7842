package org.etascope.reporting.format;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.SweepRun;

/**
 * One recorded step of a run.
 *
 * @param run the run
 * @param outcome what came of it
 * @param step the step, from 0
 */
record RunStep(SweepRun run, Trained outcome, int step) {
  private static final double RELATIVE_TOLERANCE = 1e-12;
  private static final double ABSOLUTE_TOLERANCE = 1e-26;

  /** Returns the steps of a run; a failed one has none. */
  static Stream<RunStep> of(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? IntStream.range(0, trained.losses().steps())
            .mapToObj(step -> new RunStep(run, trained, step))
        : Stream.empty();
  }

  /** Returns L at this step. */
  double loss() {
    return outcome.losses().at(step);
  }

  /** Returns the validation loss at this step, if there are points for it. */
  OptionalDouble validationLoss() {
    return outcome.validation().stream().mapToDouble(losses -> losses.at(step)).findFirst();
  }

  /** Returns the eta in force at the first update behind this step. */
  double etaInForce() {
    RunSpec spec = run.result().spec();
    return spec.training().etaOfRow(step, spec.data().points());
  }

  /** Returns whether there is a step before this one. */
  boolean hasPrevious() {
    return step > 0;
  }

  /** Returns L at this step less L at the one before, which there must be. */
  double lossChange() {
    return loss() - outcome.losses().at(step - 1);
  }

  /** Returns whether the loss rose on the way to this step, by more than 1 in 10^12. */
  boolean isIncrease() {
    if (!hasPrevious()) {
      return false;
    }
    double before = outcome.losses().at(step - 1);
    return Double.isFinite(loss())
        ? loss() > before * (1 + RELATIVE_TOLERANCE) + ABSOLUTE_TOLERANCE
        : Double.isFinite(before);
  }
}
