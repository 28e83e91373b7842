package org.etascope.reporting.diff;

import java.util.Optional;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Tensor;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;

/**
 * Where two runs of the same spec first differ, of all that is stored of them: the losses step by
 * step, then the final parameters.
 *
 * @param run name of the run in the first sweep
 * @param place such as {@code loss at step 17}, or {@code W0(2, 0) after the last update}
 * @param first the value in the first sweep
 * @param second the value in the second sweep
 */
public record BitDifference(String run, String place, double first, double second) {
  /** Returns the first difference of a pair of the same spec, if there is one. */
  static Optional<BitDifference> of(RunPair pair) {
    return pair.first().result().outcome() instanceof Trained first
            && pair.second().result().outcome() instanceof Trained second
        ? ofLosses(pair, first.losses(), second.losses())
            .or(() -> ofParameters(pair, first.finalParameters(), second.finalParameters()))
        : Optional.empty();
  }

  private static Optional<BitDifference> ofLosses(RunPair pair, LossCurve first, LossCurve second) {
    int steps = Math.max(first.steps(), second.steps());
    for (int step = 0; step < steps; step++) {
      double a = step < first.steps() ? first.at(step) : Double.NaN;
      double b = step < second.steps() ? second.at(step) : Double.NaN;
      if (differ(a, b) || step >= Math.min(first.steps(), second.steps())) {
        return Optional.of(new BitDifference(pair.first().name(), "loss at step " + step, a, b));
      }
    }
    return Optional.empty();
  }

  private static Optional<BitDifference> ofParameters(
      RunPair pair, Parameters first, Parameters second) {
    for (Tensor tensor : first.architecture().tensors()) {
      for (int row = 0; row < tensor.rows(); row++) {
        for (int column = 0; column < tensor.columns(); column++) {
          double a = first.get(tensor, row, column);
          double b = second.get(tensor, row, column);
          if (differ(a, b)) {
            return Optional.of(
                new BitDifference(
                    pair.first().name(),
                    "%s(%s, %s) after the last update".formatted(tensor.name(), row, column),
                    a,
                    b));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean differ(double a, double b) {
    return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
  }

  /**
   * Returns how many doubles apart the values are, 0 for zeros of different sign; at most 2^63 - 1,
   * which it is where either is NaN.
   */
  public long ulps() {
    if (Double.isNaN(first) || Double.isNaN(second)) {
      return Long.MAX_VALUE;
    }
    long distance = ordinal(first) - ordinal(second);
    return distance == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(distance);
  }

  /** Returns the place of a double among all, ascending, 0 for both zeros. */
  private static long ordinal(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }
}
