package org.etascope.core.ensemble;

import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/**
 * The one output of a network and its loss, over blocks of points, the way there and back.
 *
 * <pre>
 *   yhat = g(z + b)     L = sum(l(yhat, y))     dz = l'(yhat, y) g'(z + b)     db = sum(dz)
 * </pre>
 */
sealed interface LaneOutput permits HalfMseOutput, SeparateOutput {
  /**
   * Returns the fastest way for a network.
   *
   * @param block how many points a block has, but for the last
   */
  static LaneOutput of(Architecture architecture, Dataset data, Loss loss, int block) {
    return HalfMseOutput.fits(architecture, loss)
        ? new HalfMseOutput(architecture, data)
        : new SeparateOutput(architecture, data, loss, block);
  }

  /**
   * Adds up the losses of a block of points and their gradient, the 1/M left to the end.
   *
   * @param z z of each point of the block, without its bias; may be lost
   * @param dz receives dz of each point; may be z
   * @param first the first point of the block
   * @param size how many points it has
   * @param theta P registers
   * @param bias which of them is b
   * @param gradient P registers, of which that one receives db in addition to what it holds
   * @param mean one register, which receives L in addition to what it holds
   */
  void pass(
      double[] z,
      double[] dz,
      int first,
      int size,
      double[] theta,
      int bias,
      double[] gradient,
      double[] mean);
}
