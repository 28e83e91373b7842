package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;

/**
 * The network of a sweep.
 *
 * @param hidden the width of each hidden layer, 1 to 1,000,000; at most 64 layers
 * @param activations of each hidden layer
 * @param output activation of the output layer
 * @param bias whether neurons have biases
 * @param init how its parameters begin
 */
public record NetworkConfig(
    List<Integer> hidden,
    List<Activation> activations,
    Activation output,
    boolean bias,
    Initialization init) {
  /** Copies the lists. */
  public NetworkConfig {
    hidden = List.copyOf(hidden);
    activations = List.copyOf(activations);
  }

  /** Makes a network with biases and one activation for all hidden layers. */
  public NetworkConfig(
      List<Integer> hidden, Activation activation, Activation output, Initialization init) {
    this(hidden, Collections.nCopies(hidden.size(), activation), output, true, init);
  }

  /**
   * Returns the network for data of a shape.
   *
   * @param neurons the width that replaces that of every hidden layer, if one does
   */
  public Architecture architecture(int features, int targets, Optional<Integer> neurons) {
    List<Integer> widths = new ArrayList<>();
    widths.add(features);
    for (int width : hidden) {
      widths.add(neurons.orElse(width));
    }
    widths.add(targets);
    List<Activation> all = new ArrayList<>(activations);
    all.add(output);
    return new Architecture(widths, all, bias);
  }
}
