package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.TrainingSpec;

/**
 * theta at the steps of a run at which a verdict may ask for the sharpness: the pairs of the tail,
 * the step before the first increase, and the last step.
 *
 * <p>A run that ends before its last step has other pairs, which are not here.
 */
final class KeptSteps {
  private final boolean gradientDescent;
  private final int last;

  /** In ascending order. */
  private final int[] pairs;

  private final Map<Integer, Parameters> thetas = new HashMap<>();

  KeptSteps(TrainingSpec training) {
    gradientDescent = training.isGradientDescent();
    last = training.steps() - 1;
    pairs = gradientDescent ? VerdictJudge.sharpnessPairs(last) : new int[0];
  }

  /**
   * Returns whether the parameters of a step are to be kept.
   *
   * @param risen whether a computed loss rose at it or before
   */
  boolean wants(int step, boolean risen) {
    return (step == last && gradientDescent && risen) || Arrays.binarySearch(pairs, step) >= 0;
  }

  /** Keeps a copy of the parameters of a step. */
  void keep(int step, Parameters theta) {
    if (theta.values().length <= Sharpness.MAX_PARAMETERS) {
      thetas.put(step, theta.copy());
    }
  }

  /** Keeps a copy of the parameters before an increase, the first of the run. */
  void keepBefore(LossIncrease first, Parameters theta) {
    // only where curvature began it, a verdict asks for the sharpness
    if (gradientDescent && first.cause() == Cause.CURVATURE) {
      keep(first.step() - 1, theta);
    }
  }

  /** Returns the parameters of some steps if all of them were kept. */
  Optional<List<Parameters>> thetas(int... steps) {
    return IntStream.of(steps).allMatch(thetas::containsKey)
        ? Optional.of(IntStream.of(steps).mapToObj(thetas::get).toList())
        : Optional.empty();
  }
}
