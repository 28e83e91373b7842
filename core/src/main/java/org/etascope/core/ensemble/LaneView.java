package org.etascope.core.ensemble;

import java.util.Arrays;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Step;

/** One step of the run in one lane, as recorders of a scalar trainer would see it. */
final class LaneView {
  private final Parameters theta;
  private final Parameters gradient;
  private final Backpropagation network;

  LaneView(RunSpec like) {
    theta = Parameters.zeros(like.architecture());
    gradient = Parameters.zeros(like.architecture());
    network = new Backpropagation(like.architecture(), like.data(), like.training().loss());
  }

  /** Returns a step with its gradient, which holds until the next call. */
  Step of(int lane, int index, double loss, double[] thetas, double[] gradients) {
    Lanes.take(gradients, lane, gradient.values());
    return step(lane, index, loss, thetas);
  }

  /** Returns a step without its gradient, which holds until the next call. */
  Step of(int lane, int index, double loss, double[] thetas) {
    Arrays.fill(gradient.values(), Double.NaN);
    return step(lane, index, loss, thetas);
  }

  private Step step(int lane, int index, double loss, double[] thetas) {
    Lanes.take(thetas, lane, theta.values());
    network.forward(theta);
    return new Step(index, loss, theta, gradient, network);
  }
}
