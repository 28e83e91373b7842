package org.etascope.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.junit.jupiter.params.provider.Arguments;

/** Seeded networks, parameters and data sets for properties that hold for all of them. */
public final class RandomNetworks {
  private final Random random;

  /** Makes a source whose every draw is fixed by the seed. */
  public RandomNetworks(long seed) {
    random = new Random(seed);
  }

  /** Returns every activation. */
  public static Stream<Activation> activations() {
    return Stream.concat(Stream.of(StandardActivation.values()), Stream.of(new LeakyRelu(0.1)));
  }

  /** Returns every loss. */
  public static Stream<Loss> losses() {
    return Stream.concat(Stream.of(StandardLoss.values()), Stream.of(new Huber(0.5)));
  }

  /** Returns 0 to 3 hidden layers of each activation, below an output of the same or of ReLU. */
  public static Stream<Arguments> uniformShapes() {
    return IntStream.rangeClosed(0, 3)
        .boxed()
        .flatMap(
            depth ->
                activations()
                    .flatMap(
                        f ->
                            Stream.of(f, Activation.RELU)
                                .map(output -> Arguments.of(depth, f, output))));
  }

  /** Returns 0 to 3 hidden layers, with every pair of a hidden and an output activation. */
  public static Stream<Arguments> shapes() {
    return IntStream.rangeClosed(0, 3)
        .boxed()
        .flatMap(
            depth ->
                activations()
                    .flatMap(
                        hidden ->
                            activations().map(output -> Arguments.of(depth, hidden, output))));
  }

  /** Returns a network of 1 to 3 inputs, outputs and neurons in each of its hidden layers. */
  public Architecture architecture(int hiddenLayers, Activation hidden, Activation output) {
    return architecture(hiddenLayers, hidden, output, true);
  }

  /** Returns such a network with or without biases. */
  public Architecture architecture(
      int hiddenLayers, Activation hidden, Activation output, boolean bias) {
    List<Integer> widths =
        Stream.generate(() -> 1 + random.nextInt(3)).limit(hiddenLayers + 2L).toList();
    List<Activation> activations = new ArrayList<>(Collections.nCopies(hiddenLayers, hidden));
    activations.add(output);
    return new Architecture(widths, activations, bias);
  }

  /**
   * Returns 1 to 4 layers of up to 40 neurons each, with any activations, with or without biases.
   */
  public Architecture wide() {
    int layers = 1 + random.nextInt(4);
    List<Integer> widths = new ArrayList<>();
    List<Activation> choice = activations().toList();
    List<Activation> activations = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      widths.add(1 + random.nextInt(l == 0 ? 3 : 40));
      activations.add(choice.get(random.nextInt(choice.size())));
    }
    widths.add(1 + random.nextInt(3));
    return new Architecture(widths, activations, random.nextBoolean());
  }

  /** Returns one of every loss's kind. */
  public Loss loss() {
    List<Loss> losses = losses().toList();
    return losses.get(random.nextInt(losses.size()));
  }

  /** Returns a number of points, from 1. */
  public int points(int most) {
    return 1 + random.nextInt(most);
  }

  /** Returns weights and biases, of which some are 0, -0, infinite or no number. */
  public Parameters hostile(Architecture architecture) {
    double[] odd = {
      0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e308
    };
    Parameters theta = parameters(architecture);
    for (int n = 0; n < 3; n++) {
      theta.values()[random.nextInt(theta.values().length)] = odd[random.nextInt(odd.length)];
    }
    return theta;
  }

  /** Returns weights and biases, standard normal. */
  public Parameters parameters(Architecture architecture) {
    return Parameters.of(
        architecture,
        random.doubles(architecture.parameterCount()).map(u -> random.nextGaussian()).toArray());
  }

  /** Returns 1 to 4 points, standard normal, of a shape that fits a network. */
  public Dataset data(Architecture architecture) {
    return data(architecture, points(4));
  }

  /** Returns points, standard normal, of a shape that fits a network. */
  public Dataset data(Architecture architecture, int points) {
    return Dataset.of(
        names("x", architecture.inputs()),
        names("y", architecture.outputs()),
        normal(architecture.inputs(), points),
        normal(architecture.outputs(), points));
  }

  /** Returns which activations with a kink are on in the last forward pass. */
  static List<Boolean> masks(Backpropagation network, Architecture architecture) {
    return IntStream.range(0, architecture.layers())
        .filter(l -> architecture.activation(l).hasKink())
        .boxed()
        .flatMap(l -> Arrays.stream(network.preActivations(l)).mapToObj(z -> z > 0))
        .toList();
  }

  /** Returns 1 to 4 points with targets from 0 to 1, as probabilities are. */
  public Dataset probabilities(Architecture architecture) {
    return probabilities(architecture, points(4));
  }

  /** Returns points with targets from 0 to 1, as probabilities are. */
  public Dataset probabilities(Architecture architecture, int points) {
    return Dataset.of(
        names("x", architecture.inputs()),
        names("y", architecture.outputs()),
        normal(architecture.inputs(), points),
        Stream.generate(() -> random.doubles(points).toArray())
            .limit(architecture.outputs())
            .toArray(double[][]::new));
  }

  private double[][] normal(int rows, int columns) {
    return Stream.generate(() -> random.doubles(columns).map(u -> random.nextGaussian()).toArray())
        .limit(rows)
        .toArray(double[][]::new);
  }

  private static List<String> names(String prefix, int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> prefix + i).toList();
  }
}
