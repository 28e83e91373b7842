package org.etascope.experiments.engine;

import java.util.BitSet;
import org.etascope.core.run.RunSpec;
import org.etascope.experiments.plan.SweepPlan;

/** About how long runs take one after the other in scalars, in nanoseconds. */
final class ScalarTime {
  private static final double RUN = 10_000;
  private static final double STEP = 200;
  private static final double PARAMETER_AND_POINT = 1;

  private ScalarTime() {}

  /**
   * Returns whether the missing runs of a plan take a time at least; looks at no more than that
   * takes.
   */
  static boolean isAtLeast(double nanoseconds, SweepPlan plan, BitSet missing) {
    double sum = 0;
    for (int ordinal = missing.nextSetBit(0);
        ordinal >= 0 && sum < nanoseconds;
        ordinal = missing.nextSetBit(ordinal + 1)) {
      sum += of(plan.run(ordinal));
    }
    return sum >= nanoseconds;
  }

  /** RUN + steps (STEP + P M), where the run has P parameters and M points. */
  private static double of(RunSpec run) {
    double products =
        (double) run.architecture().parameterCount() * run.data().points() * PARAMETER_AND_POINT;
    return RUN + run.training().steps() * (STEP + products);
  }
}
