package org.etascope.experiments.config;

import java.util.List;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Initialization;

/**
 * The network of a sweep.
 *
 * @param hidden the width of each hidden layer, 1 to 1,000,000; at most 64 layers
 * @param activation of the hidden layers
 * @param output activation of the output layer
 * @param init how its parameters begin
 */
public record NetworkConfig(
    List<Integer> hidden, Activation activation, Activation output, Initialization init) {
  /** Copies the list. */
  public NetworkConfig {
    hidden = List.copyOf(hidden);
  }
}
