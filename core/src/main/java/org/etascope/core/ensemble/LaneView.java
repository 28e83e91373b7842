package org.etascope.core.ensemble;

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

  /** Returns a step that holds until the next call. */
  Step of(int lane, int index, double loss, double[] thetas, double[] gradients) {
    Lanes.take(thetas, lane, theta.values());
    Lanes.take(gradients, lane, gradient.values());
    network.forward(theta);
    return new Step(index, loss, theta, gradient, network);
  }
}
