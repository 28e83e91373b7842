package org.etascope.core.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.NumpyRandom;

/**
 * The mini-batches of a data set, in another order each epoch: {@code numpy.random.permutation(m)},
 * cut from its beginning into pieces of one size, the last possibly smaller.
 */
final class MiniBatches {
  private final Dataset data;
  private final int size;
  private final NumpyRandom random;

  /**
   * Cuts a data set.
   *
   * @param data all points
   * @param size how many points a batch has, from 1
   * @param random the run's own stream, as its initialisation left it
   */
  MiniBatches(Dataset data, int size, NumpyRandom random) {
    this.data = data;
    this.size = size;
    this.random = random;
  }

  /** Returns the batches of the next epoch. */
  List<Dataset> nextEpoch() {
    int[] order = random.permutation(data.points());
    return IntStream.iterate(0, from -> from < order.length, from -> from + size)
        .mapToObj(from -> Arrays.copyOfRange(order, from, Math.min(from + size, order.length)))
        .map(data::select)
        .toList();
  }
}
