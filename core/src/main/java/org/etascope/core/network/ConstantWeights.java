package org.etascope.core.network;

import java.util.Arrays;

/**
 * All weights equal to one number, biases zero.
 *
 * @param value the number, finite
 */
public record ConstantWeights(double value) implements Initialization {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public ConstantWeights {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("weights must be finite, got " + value);
    }
  }

  @Override
  public String name() {
    return "CONSTANT";
  }

  @Override
  public Parameters parameters(Architecture architecture, NumpyRandom random) {
    Parameters theta = Parameters.zeros(architecture);
    for (int l = 0; l < architecture.layers(); l++) {
      Tensor w = architecture.weights(l);
      Arrays.fill(theta.values(), w.offset(), w.offset() + w.size(), value);
    }
    return theta;
  }

  @Override
  public Parameters parameters(Architecture architecture, long seed) {
    return parameters(architecture, new NumpyRandom(seed));
  }
}
