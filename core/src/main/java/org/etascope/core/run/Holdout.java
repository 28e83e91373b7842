package org.etascope.core.run;

import java.util.Arrays;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.NumpyRandom;

/**
 * A data set in two parts: points to train on, and points held out for validation.
 *
 * @param training the points to train on
 * @param validation the others
 */
public record Holdout(Dataset training, Dataset validation) {
  /**
   * Holds out the first round(fraction m) points of {@code numpy.random.seed(seed)}, {@code
   * numpy.random.permutation(m)}. Both parts keep the order of the data. The stream is not the
   * run's own, so that holding out changes no initial parameter.
   *
   * @param fraction above 0 and below 1
   * @param seed seed of the run, 0 to 2^32 - 1
   * @throws IllegalArgumentException if one part would be empty
   */
  public static Holdout of(Dataset data, double fraction, long seed) {
    int[] order = new NumpyRandom(seed).permutation(data.points());
    int held = count(fraction, data.points());
    return new Holdout(
        data.select(Arrays.stream(order).skip(held).sorted().toArray()),
        data.select(Arrays.stream(order).limit(held).sorted().toArray()));
  }

  /** Returns round(fraction m), how many of m points are held out. */
  public static int count(double fraction, int points) {
    return (int) Math.round(fraction * points);
  }
}
