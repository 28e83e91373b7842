package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/**
 * The forward and the backward pass over one data set, of the run in every lane at once: bit for
 * bit what {@link org.etascope.core.network.Backpropagation} computes for each of them.
 *
 * <p>Parameters and gradients lie as in {@link org.etascope.core.network.Parameters}, each number a
 * register. An object is a workspace and not thread-safe.
 */
abstract sealed class LaneBackpropagation permits LayeredLanes, OneHiddenLanes, OneHiddenReluLanes {
  /** Returns the fastest pass for a network. */
  static LaneBackpropagation of(Architecture architecture, Dataset data, Loss loss) {
    if (OneHiddenReluLanes.fits(architecture, loss)) {
      return new OneHiddenReluLanes(architecture, data);
    }
    return OneHiddenLanes.fits(architecture)
        ? new OneHiddenLanes(architecture, data, loss)
        : new LayeredLanes(architecture, data, loss);
  }

  /**
   * Computes the loss of every run and its gradient.
   *
   * @param theta P registers
   * @param gradient receives dL/dtheta, P registers
   * @param loss receives L, one register
   */
  abstract void pass(double[] theta, double[] gradient, double[] loss);

  /**
   * Finds out which ReLUs are off on every point.
   *
   * @param theta P registers
   * @param deadNeurons receives how many hidden neurons of each run are
   * @param outputsDead receives whether all outputs of each run are
   */
  abstract void findDead(double[] theta, int[] deadNeurons, boolean[] outputsDead);

  /** Makes means of sums over so many terms. */
  static void divide(double[] sums, double terms) {
    for (int k = 0; k < sums.length / Lanes.COUNT; k++) {
      set(sums, k, get(sums, k).div(terms));
    }
  }

  /**
   * Adds a bias to the pre-activations of a neuron on the points of a block.
   *
   * @param z pre-activations, of which those of the neuron begin at register {@code row}
   * @param points how many points the block has
   * @param theta P registers
   * @param bias which of them the bias is
   */
  static void addBias(double[] z, int row, int points, double[] theta, int bias) {
    DoubleVector b = get(theta, bias);
    for (int p = row; p < row + points; p++) {
      set(z, p, get(z, p).add(b));
    }
  }

  /**
   * Marks a neuron with 1 where its z is anything but <= 0 at some point of a block.
   *
   * @param z pre-activations, of which those of the neuron begin at register {@code row}
   * @param points how many points the block has
   * @param alive a register for each neuron
   * @param neuron which it is
   */
  static void markAlive(double[] z, int row, int points, double[] alive, int neuron) {
    DoubleVector mark = get(alive, neuron);
    for (int p = 0; p < points; p++) {
      mark = ONE.blend(mark, get(z, row + p).compare(LE, 0.0));
    }
    set(alive, neuron, mark);
  }
}
