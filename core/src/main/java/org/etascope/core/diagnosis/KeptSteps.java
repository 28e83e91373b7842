package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.TrainingSpec;

/**
 * theta at the steps of a run at which a verdict may ask for the sharpness, besides the last: the
 * pairs of the tail, and both sides of the first increase.
 *
 * <p>A run that ends before its time has other pairs, which are not here.
 */
final class KeptSteps {
  private static final int[] NONE = {};

  private final boolean gradientDescent;

  /** In ascending order. */
  private final int[] pairs;

  /** theta at as many of the pairs' steps as there were. */
  private final List<Parameters> atPairs = new ArrayList<>();

  private Optional<Rise> first = Optional.empty();

  /** theta at both sides of an increase, of which the later has the step {@code to}. */
  private record Rise(int to, Parameters before, Parameters after) {}

  KeptSteps(TrainingSpec training) {
    gradientDescent = training.isGradientDescent();
    pairs = gradientDescent ? VerdictJudge.sharpnessPairs(training.steps() - 1) : NONE;
  }

  /** Returns the first step whose parameters are to be kept; beyond all where there is none. */
  int first() {
    return pairs.length == 0 ? Integer.MAX_VALUE : pairs[0];
  }

  /** Returns whether the parameters of a step are to be kept; steps come in their order. */
  boolean wants(int step) {
    return atPairs.size() < pairs.length && pairs[atPairs.size()] == step;
  }

  /** Keeps a copy of the parameters of a step that is wanted. */
  void keep(Parameters theta) {
    if (hasSharpness(theta)) {
      atPairs.add(theta.copy());
    }
  }

  /** Returns whether a network is small enough for its sharpness to be computed. */
  private static boolean hasSharpness(Parameters theta) {
    return theta.values().length <= Sharpness.MAX_PARAMETERS;
  }

  /** Keeps copies of the parameters before and after an increase, the first of the run. */
  void keepFirst(LossIncrease increase, Parameters before, Parameters after) {
    // no verdict asks for the sharpness where a kink began it
    if (gradientDescent && increase.cause() == Cause.CURVATURE && hasSharpness(before)) {
      first = Optional.of(new Rise(increase.step(), before.copy(), after.copy()));
    }
  }

  /** Returns the parameters of a step if they were kept. */
  Optional<Parameters> at(int step) {
    if (first.isPresent() && step == first.get().to() - 1) {
      return first.map(Rise::before);
    }
    if (first.isPresent() && step == first.get().to()) {
      return first.map(Rise::after);
    }
    int place = Arrays.binarySearch(pairs, step);
    return place >= 0 && place < atPairs.size()
        ? Optional.of(atPairs.get(place))
        : Optional.empty();
  }
}
