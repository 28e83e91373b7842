package org.etascope.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shape of a fully connected feed-forward network.
 *
 * @param widths d inputs, then the neurons of each layer up to the outputs: (d, n_0, ..., n_{L-1}),
 *     each from 1
 * @param activations f_0 ... f_{L-1}, one per layer, the last for the output
 * @param bias whether neurons have biases
 */
public record Architecture(List<Integer> widths, List<Activation> activations, boolean bias) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if there is no layer, a width is below 1, the counts do not
   *     match, or the parameters do not fit one Java array
   */
  public Architecture {
    widths = List.copyOf(widths);
    activations = List.copyOf(activations);
    if (widths.size() < 2 || activations.size() != widths.size() - 1) {
      throw new IllegalArgumentException(
          "%d widths need %d activations, got %d"
              .formatted(widths.size(), widths.size() - 1, activations.size()));
    }
    if (widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException("widths must be at least 1, got " + widths);
    }
    if (parameterCount(widths, bias) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "widths %s need %d parameters, more than one array holds"
              .formatted(widths, parameterCount(widths, bias)));
    }
  }

  /**
   * Makes a network with biases.
   *
   * @throws IllegalArgumentException as the other constructor does
   */
  public Architecture(List<Integer> widths, List<Activation> activations) {
    this(widths, activations, true);
  }

  /** Returns the number of weights and biases of these widths: sum of n_l (n_{l-1} + 1). */
  public static long parameterCount(List<Integer> widths) {
    return parameterCount(widths, true);
  }

  /** Returns the number of parameters of these widths: sum of n_l n_{l-1}, and n_l with biases. */
  public static long parameterCount(List<Integer> widths, boolean bias) {
    long count = 0;
    for (int l = 1; l < widths.size(); l++) {
      long inputs = widths.get(l - 1) + (bias ? 1L : 0L);
      count = Math.addExact(count, Math.multiplyExact(widths.get(l), inputs));
    }
    return count;
  }

  /** Returns P, the number of weights and biases. */
  public int parameterCount() {
    return Math.toIntExact(parameterCount(widths, bias));
  }

  /** Returns L, the number of layers with parameters: hidden layers and the output layer. */
  public int layers() {
    return activations.size();
  }

  /** Returns d, the number of features of a point. */
  public int inputs() {
    return widths.get(0);
  }

  /** Returns the number of outputs. */
  public int outputs() {
    return widths.get(layers());
  }

  /** Returns n_{l-1}, how many inputs each neuron of a layer has. */
  public int inputs(int layer) {
    return widths.get(layer);
  }

  /** Returns n_l, the neurons of a layer. */
  public int neurons(int layer) {
    return widths.get(layer + 1);
  }

  /** Returns f_l, the activation of a layer. */
  public Activation activation(int layer) {
    return activations.get(layer);
  }

  /**
   * Returns whether this is the network that most sweeps are about: one feature, one hidden layer
   * of ReLUs, one ReLU or identity output, and biases.
   */
  public boolean isOneHiddenRelu() {
    return layers() == 2
        && inputs() == 1
        && outputs() == 1
        && bias
        && activation(0) == Activation.RELU
        && (activation(1) == Activation.RELU || activation(1) == Activation.IDENTITY);
  }

  /** Returns W_l (n_l x n_{l-1}) as it lies in the flat array. */
  public Tensor weights(int layer) {
    int offset = 0;
    for (int l = 0; l < layer; l++) {
      offset += neurons(l) * (inputs(l) + (bias ? 1 : 0));
    }
    return new Tensor("W" + layer, neurons(layer), inputs(layer), offset);
  }

  /**
   * Returns B_l (n_l x 1) as it lies in the flat array, right behind W_l.
   *
   * @throws IllegalStateException if neurons have no biases
   */
  public Tensor biases(int layer) {
    if (!bias) {
      throw new IllegalStateException("this network has no biases");
    }
    Tensor weights = weights(layer);
    return new Tensor("B" + layer, neurons(layer), 1, weights.offset() + weights.size());
  }

  /** Returns W_0, W_1, ... */
  public List<Tensor> weights() {
    return IntStream.range(0, layers()).mapToObj(this::weights).toList();
  }

  /** Returns B_0, B_1, ...; none where neurons have no biases. */
  public List<Tensor> biases() {
    return bias ? IntStream.range(0, layers()).mapToObj(this::biases).toList() : List.of();
  }

  /**
   * Returns W_0, B_0, W_1, B_1, ... in the order in which they fill the flat array; without the
   * biases where there are none.
   */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (int l = 0; l < layers(); l++) {
      tensors.add(weights(l));
      if (bias) {
        tensors.add(biases(l));
      }
    }
    return List.copyOf(tensors);
  }

  /**
   * Returns the hidden widths as tables print them: {@code 5}, {@code 16x8}, or empty without
   * hidden layers.
   */
  public String hiddenLabel() {
    StringBuilder label = new StringBuilder();
    for (int l = 1; l < layers(); l++) {
      label.append(l == 1 ? "" : "x").append(widths.get(l));
    }
    return label.toString();
  }
}
