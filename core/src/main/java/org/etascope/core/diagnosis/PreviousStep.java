package org.etascope.core.diagnosis;

import java.util.Objects;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.Step;
import org.jspecify.annotations.Nullable;

/** What a recorder keeps of a step to look back at it from the next one. */
final class PreviousStep {
  private final Parameters theta;
  private final Parameters gradient;
  private int index;
  private double loss = Double.NaN;
  private @Nullable Backpropagation network;

  PreviousStep(Architecture architecture) {
    theta = Parameters.zeros(architecture);
    gradient = Parameters.zeros(architecture);
  }

  void keep(Step step) {
    index = step.index();
    loss = step.loss();
    copy(step.parameters(), theta);
    copy(step.gradient(), gradient);
    network = step.network();
  }

  private static void copy(Parameters from, Parameters to) {
    System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
  }

  /** Returns the loss of the step kept last; NaN before there is one. */
  double loss() {
    return loss;
  }

  /** Returns the step kept last, until another is kept. */
  Step step() {
    return new Step(
        index, loss, theta, gradient, Objects.requireNonNull(network, "no step was kept yet"));
  }
}
