package org.etascope.reporting.summary;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.etascope.core.diagnosis.GradientFlow;

/**
 * What the gradient flow from the start of a run foretells of gradient descent at any eta.
 *
 * @param flow the sharpness lambda along it
 * @param horizon the tau that it was to be followed to
 * @param steps T, how many steps a run has, from 1
 */
public record FlowPrediction(GradientFlow flow, double horizon, int steps) {
  /**
   * Returns the first step at which lambda is, or has been, above 2/eta, if there is one within the
   * run.
   *
   * @param eta the learning rate, above 0
   */
  public OptionalLong onsetStep(double eta) {
    OptionalLong step = flow.onsetStep(eta);
    return step.isPresent() && step.getAsLong() < steps ? step : OptionalLong.empty();
  }

  /**
   * Returns the largest eta at which lambda stays at or below 2/eta over the run; empty where the
   * flow was not followed far enough to tell.
   */
  public OptionalDouble criticalEta() {
    return flow.criticalEta(steps);
  }

  /** Returns whether the flow was followed to its horizon. */
  public boolean isComplete() {
    return flow.end() >= horizon;
  }

  /** Returns 2/lambda at the start, unless lambda is not above 0. */
  public OptionalDouble etaAtStart() {
    return stable(flow.sharpness(0));
  }

  /** Returns 2/lambda at the end of the flow, unless lambda is not above 0. */
  public OptionalDouble etaAtEnd() {
    return stable(flow.sharpness(flow.samples() - 1));
  }

  private static OptionalDouble stable(double lambda) {
    return lambda > 0 ? OptionalDouble.of(2 / lambda) : OptionalDouble.empty();
  }
}
