package org.etascope.core.training;

import org.etascope.core.data.Dataset;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;

/** The scalar reference: one run, step by step, as the mathematics has it. */
public final class Trainer {
  private Trainer() {}

  /**
   * Trains a network and returns its final parameters, those after the last update.
   *
   * <p>Each step evaluates the loss and its gradient, is recorded, and then updates. A step whose
   * loss is not finite is recorded and ends the training.
   *
   * @param data the points to fit
   * @param initial the parameters at step 0, left as they are
   * @param spec loss, optimizer and number of steps
   * @param recorder is handed every step
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public static Parameters train(
      Dataset data, Parameters initial, TrainingSpec spec, StepRecorder recorder) {
    Parameters theta = initial.copy();
    Parameters gradient = Parameters.zeros(theta.architecture());
    Backpropagation[] turns = {
      new Backpropagation(theta.architecture(), data, spec.loss()),
      new Backpropagation(theta.architecture(), data, spec.loss())
    };
    for (int step = 0; step < spec.steps(); step++) {
      Backpropagation network = turns[step % 2];
      double loss = network.forward(theta);
      network.backward(theta, gradient);
      recorder.record(new Step(step, loss, theta, gradient, network));
      if (!Double.isFinite(loss)) {
        break;
      }
      spec.optimizer().update(theta, gradient);
    }
    return theta;
  }
}
