package org.etascope.core.training;

import org.etascope.core.data.Dataset;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Workspaces;

/** One run, step by step, as the mathematics has it: in scalars, unless told otherwise. */
public final class Trainer {
  private Trainer() {}

  /**
   * Trains a network on all points at once, and returns its final parameters.
   *
   * @param data the points to fit
   * @param initial the parameters at step 0, left as they are
   * @param spec how to train, without mini-batches
   * @param recorder is handed every step
   * @throws IllegalArgumentException if the network or the loss does not fit the data, or there are
   *     mini-batches, whose order needs a stream of random numbers
   */
  public static Parameters train(
      Dataset data, Parameters initial, TrainingSpec spec, StepRecorder recorder) {
    if (spec.batch().isPresent()) {
      throw new IllegalArgumentException("mini-batches need a stream of random numbers");
    }
    return train(data, initial, spec, new NumpyRandom(0), Backpropagation::new, recorder);
  }

  /**
   * Trains a network and returns its final parameters, those after the last update.
   *
   * <p>Each step evaluates the loss and its gradient over all points, is recorded, and then
   * updates: once by that gradient, or by those of the mini-batches of an epoch. A step whose loss
   * is not finite, or below the bound to stop at, is recorded and ends the training.
   *
   * @param data the points to fit
   * @param initial the parameters at step 0, left as they are
   * @param spec how to train
   * @param random the run's own stream, as its initialisation left it
   * @param workspaces what computes the passes
   * @param recorder is handed every step
   * @throws IllegalArgumentException if the network or the loss does not fit the data
   */
  public static Parameters train(
      Dataset data,
      Parameters initial,
      TrainingSpec spec,
      NumpyRandom random,
      Workspaces workspaces,
      StepRecorder recorder) {
    Parameters theta = initial.copy();
    Parameters gradient = Parameters.zeros(theta.architecture());
    Backpropagation[] turns = {
      workspaces.of(theta.architecture(), data, spec.loss()),
      workspaces.of(theta.architecture(), data, spec.loss())
    };
    MiniBatches batches = new MiniBatches(data, spec.batch().orElse(data.points()), random);
    Updater updater = new Updater(spec, theta.values().length);
    for (int step = 0; updater.hasNext(); step++) {
      Backpropagation network = turns[step % 2];
      double loss = network.forward(theta);
      network.backward(theta, gradient);
      recorder.record(new Step(step, loss, theta, gradient, network));
      if (spec.endsAt(loss)) {
        break;
      }
      if (spec.batch().isEmpty()) {
        updater.apply(theta, gradient);
      } else {
        batches.nextEpoch().stream()
            .takeWhile(batch -> updater.hasNext())
            .map(batch -> workspaces.of(theta.architecture(), batch, spec.loss()))
            .forEachOrdered(batch -> descend(batch, theta, gradient, updater));
      }
    }
    return theta;
  }

  private static void descend(
      Backpropagation batch, Parameters theta, Parameters gradient, Updater updater) {
    batch.forward(theta);
    batch.backward(theta, gradient);
    updater.apply(theta, gradient);
  }
}
