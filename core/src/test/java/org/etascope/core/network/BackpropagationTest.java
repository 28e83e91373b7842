package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BackpropagationTest {
  private static final double H = 0x1p-12;
  private static final int NETWORKS_PER_LOSS = 200;
  private static final int NETWORKS_PER_SHAPE = 12;

  /**
   * Five-point differences: (8 (L(h) - L(-h)) - (L(2h) - L(-2h))) / 12 h = L' - h^4 L''''' / 30 +
   * ..., each loss good to some 10 u L. With h = 2^-12 that is 1e-16 L''''' of truncation, where
   * fifth derivatives of three smooth layers reach a million, and 1e-11 L of rounding. While no
   * mask changes, a ReLU network's L is a polynomial of degree 2 in any single parameter, and there
   * is no truncation at all. Over a kink the quotient means nothing, and the parameter is passed
   * over.
   */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#shapes")
  void gradientsAgreeWithDifferencesOfTheLoss(int depth, Activation hidden, Activation output) {
    Comparison comparison = new Comparison();
    for (int seed = 0; seed < NETWORKS_PER_SHAPE; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Parameters theta = networks.parameters(architecture);
      comparison.add(networks.data(architecture), Loss.HALF_MSE, theta, "seed " + seed);
    }
    comparison.assertMostCompared();
  }

  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#losses")
  void gradientsOfEveryLossAgreeWithItsDifferences(Loss loss) {
    Comparison comparison = new Comparison();
    for (int seed = 0; seed < NETWORKS_PER_LOSS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture =
          networks.architecture(seed % 4, Activation.TANH, Activation.IDENTITY, seed % 3 != 0);
      Parameters theta = networks.parameters(architecture);
      comparison.add(networks.probabilities(architecture), loss, theta, "seed " + seed);
    }
    comparison.assertMostCompared();
  }

  /** Counts the parameters whose gradient was compared, and those left out at a kink. */
  private static final class Comparison {
    private int compared;
    private int onKink;

    void add(Dataset data, Loss loss, Parameters theta, String where) {
      Backpropagation network = new Backpropagation(theta.architecture(), data, loss);
      Parameters gradient = Parameters.zeros(theta.architecture());
      double atTheta = network.forward(theta);
      network.backward(theta, gradient);
      for (int k = 0; k < gradient.values().length; k++) {
        double g = gradient.values()[k];
        if (masks(network, loss, theta, k, -2 * H).equals(masks(network, loss, theta, k, 2 * H))) {
          double difference =
              (8 * (lossAt(network, theta, k, H) - lossAt(network, theta, k, -H))
                      - (lossAt(network, theta, k, 2 * H) - lossAt(network, theta, k, -2 * H)))
                  / (12 * H);
          double tolerance = 1e-9 * (1 + atTheta + Math.abs(g));
          assertEquals(difference, g, tolerance, "parameter " + k + ", " + where);
          compared++;
        } else {
          onKink++;
        }
      }
    }

    void assertMostCompared() {
      assertTrue(compared > 20 * onKink, compared + " compared, " + onKink + " on a kink");
    }
  }

  private static double lossAt(Backpropagation network, Parameters theta, int k, double h) {
    Parameters moved = theta.copy();
    moved.values()[k] += h;
    return network.forward(moved);
  }

  /** On which sides of its kinks the loss is; the ends of a line agree only if all of it does. */
  private static List<Boolean> masks(
      Backpropagation network, Loss loss, Parameters theta, int k, double h) {
    lossAt(network, theta, k, h);
    List<Boolean> activations = RandomNetworks.masks(network, theta.architecture());
    if (loss != Loss.MAE && !(loss instanceof Huber)) {
      return activations;
    }
    Dataset data = network.data();
    Stream<Boolean> residuals =
        IntStream.range(0, data.points() * data.targets())
            .mapToObj(op -> residual(network, op))
            .flatMap(r -> Stream.of(r > 0, Math.abs(r) <= 0.5));
    return Stream.concat(activations.stream(), residuals).toList();
  }

  private static double residual(Backpropagation network, int op) {
    int o = op / network.data().points();
    int p = op % network.data().points();
    return network.prediction(o, p) - network.data().target(o, p);
  }

  /** yhat = 2 * 3 + 1 = 7 against 5: L = 2, dL/dw = (7 - 5) * 3, dL/db = 7 - 5. */
  @Test
  void oneLinearNeuronByHand() {
    Architecture linear = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    Backpropagation network =
        new Backpropagation(
            linear, Galaxies.points(new double[] {3}, new double[] {5}), Loss.HALF_MSE);
    Parameters theta = Parameters.of(linear, 2, 1);
    Parameters gradient = Parameters.zeros(linear);
    assertEquals(2.0, network.forward(theta));
    network.backward(theta, gradient);
    assertEquals(7.0, network.prediction(0, 0));
    assertEquals(Parameters.of(linear, 6, 2), gradient);
  }

  @Test
  void lossIsTheMeanOverPointsAndOutputs() {
    Architecture linear = new Architecture(List.of(1, 2), List.of(Activation.IDENTITY));
    Dataset data =
        Dataset.of(
            List.of("x"),
            List.of("y0", "y1"),
            new double[][] {{1, 2}},
            new double[][] {{0, 0}, {2, 4}});
    // residuals 1, 2 on the first output and 1, 2 on the second
    double loss =
        new Backpropagation(linear, data, Loss.HALF_MSE).forward(Parameters.of(linear, 1, 3, 0, 0));
    assertEquals((0.5 + 2 + 0.5 + 2) / 4, loss);
  }

  @Test
  void outputsAreDeadOnlyWhenEveryReluIsOffOnEveryPoint() {
    Architecture relu = new Architecture(List.of(1, 1), List.of(Activation.RELU));
    Backpropagation network =
        new Backpropagation(
            relu, Galaxies.points(new double[] {1, 2}, new double[] {1, 1}), Loss.HALF_MSE);
    network.forward(Parameters.of(relu, -1, 0));
    assertTrue(network.outputsDead());
    network.forward(Parameters.of(relu, 1, -1.5));
    assertFalse(network.outputsDead());
    network.forward(Parameters.of(relu, Double.NaN, 0));
    assertFalse(network.outputsDead());
  }

  @Test
  void outputsWithoutReluAreNeverDead() {
    Architecture linear = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    Backpropagation network = new Backpropagation(linear, Galaxies.one(), Loss.HALF_MSE);
    network.forward(Parameters.of(linear, -1, 0));
    assertFalse(network.outputsDead());
  }

  @Test
  void refusesDataOfAnotherShape() {
    Architecture wide = new Architecture(List.of(2, 1), List.of(Activation.IDENTITY));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Backpropagation(wide, Galaxies.one(), Loss.HALF_MSE));
  }
}
