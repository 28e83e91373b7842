package org.etascope.core.network;

import java.util.List;

/**
 * Weights and biases that somebody wrote down.
 *
 * @param values finite numbers in the order of {@link Parameters}
 */
public record GivenParameters(List<Double> values) implements Initialization {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a number is not finite
   */
  public GivenParameters {
    values = List.copyOf(values);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("parameters must be finite, got " + value);
      }
    }
  }

  @Override
  public String name() {
    return "GIVEN";
  }

  @Override
  public Parameters parameters(Architecture architecture, NumpyRandom random) {
    return Parameters.of(architecture, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public Parameters parameters(Architecture architecture, long seed) {
    return parameters(architecture, new NumpyRandom(seed));
  }
}
