package org.etascope.core.training;

import org.etascope.core.data.Dataset;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;

/** The scalar reference: one run, step by step, as the mathematics has it. */
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
    return train(data, initial, spec, new NumpyRandom(0), recorder);
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
   * @param recorder is handed every step
   * @throws IllegalArgumentException if the network or the loss does not fit the data
   */
  public static Parameters train(
      Dataset data,
      Parameters initial,
      TrainingSpec spec,
      NumpyRandom random,
      StepRecorder recorder) {
    Parameters theta = initial.copy();
    Parameters gradient = Parameters.zeros(theta.architecture());
    Backpropagation[] turns = {
      new Backpropagation(theta.architecture(), data, spec.loss()),
      new Backpropagation(theta.architecture(), data, spec.loss())
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
            .forEachOrdered(batch -> descend(batch, theta, gradient, spec, updater));
      }
    }
    return theta;
  }

  private static void descend(
      Dataset batch, Parameters theta, Parameters gradient, TrainingSpec spec, Updater updater) {
    Backpropagation network = new Backpropagation(theta.architecture(), batch, spec.loss());
    network.forward(theta);
    network.backward(theta, gradient);
    updater.apply(theta, gradient);
  }
}
