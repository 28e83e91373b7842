package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HessianProductTest {
  private static final double H = 0x1p-13;
  private static final int NETWORKS_PER_SHAPE = 20;

  /**
   * H v is the derivative of the gradient along v. Five-point differences with h = 2^-13, truncated
   * at h^4 / 30 = 7e-18 times the sixth derivative of the loss along v, rounded to some 1e-11.
   */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#shapes")
  void agreesWithDifferencesOfTheGradient(int depth, Activation hidden, Activation output) {
    int compared = 0;
    for (int seed = 0; seed < NETWORKS_PER_SHAPE; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Parameters theta = networks.parameters(architecture);
      Parameters v = networks.parameters(architecture);
      Dataset data = networks.data(architecture);
      Backpropagation network = new Backpropagation(architecture, data, Loss.HALF_MSE);
      if (masks(network, theta, v, -2 * H).equals(masks(network, theta, v, 2 * H))) {
        double[] product = new double[architecture.parameterCount()];
        HessianProduct hessian = HessianProduct.of(architecture, data, Loss.HALF_MSE);
        hessian.moveTo(theta);
        hessian.times(v.values(), product);
        double[] near = difference(network, theta, v, H);
        double[] far = difference(network, theta, v, 2 * H);
        double scale = 1 + Arrays.stream(product).map(Math::abs).sum();
        for (int k = 0; k < product.length; k++) {
          assertEquals((8 * near[k] - far[k]) / (12 * H), product[k], 1e-8 * scale, "seed " + seed);
        }
        compared++;
      }
    }
    assertTrue(compared > NETWORKS_PER_SHAPE / 2);
  }

  /** Where every residual is zero, the Hessian is the Gauss-Newton matrix. */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#shapes")
  void isGaussNewtonWhereTheFitIsPerfect(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < NETWORKS_PER_SHAPE; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Parameters theta = networks.parameters(architecture);
      double[] v = networks.parameters(architecture).values();
      Dataset data = fitted(architecture, theta, networks.data(architecture));
      double[] full = new double[v.length];
      double[] gaussNewton = new double[v.length];
      HessianProduct hessian = HessianProduct.of(architecture, data, Loss.HALF_MSE);
      hessian.moveTo(theta);
      hessian.times(v, full);
      HessianProduct approximation = HessianProduct.gaussNewton(architecture, data, Loss.HALF_MSE);
      approximation.moveTo(theta);
      approximation.times(v, gaussNewton);
      assertArrayEquals(full, gaussNewton);
    }
  }

  /** L = 1/2 (w1 w0 - 1)^2 at (2, 3): w0w0 = w1^2, w1w1 = w0^2, w0w1 = 2 w0 w1 - 1. */
  @Test
  void productOfTwoWeightsByHand() {
    Architecture product =
        new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY));
    Dataset data = Galaxies.points(new double[] {1}, new double[] {1});
    HessianProduct hessian = HessianProduct.of(product, data, Loss.HALF_MSE);
    hessian.moveTo(Parameters.of(product, 2, 0, 3, 0));
    double[] column = new double[4];
    hessian.times(new double[] {1, 0, 0, 0}, column);
    // in the order w0, b0, w1, b1; yhat = w1 (w0 + b0) + b1
    assertArrayEquals(new double[] {9, 9, 11, 3}, column);
    hessian.times(new double[] {0, 0, 1, 0}, column);
    assertArrayEquals(new double[] {11, 11, 4, 2}, column);
  }

  private static Dataset fitted(Architecture architecture, Parameters theta, Dataset data) {
    Backpropagation network = new Backpropagation(architecture, data, Loss.HALF_MSE);
    network.forward(theta);
    double[][] features = new double[data.features()][];
    Arrays.setAll(features, j -> row(data.featureValues(), j, data.points()));
    double[][] targets = new double[data.targets()][];
    double[] outputs = network.activations(architecture.layers() - 1);
    Arrays.setAll(targets, o -> row(outputs, o, data.points()));
    return Dataset.of(data.featureNames(), data.targetNames(), features, targets);
  }

  private static double[] row(double[] values, int row, int columns) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /** g(theta + h v) - g(theta - h v). */
  private static double[] difference(
      Backpropagation network, Parameters theta, Parameters v, double h) {
    double[] ahead = gradient(network, theta, v, h);
    double[] behind = gradient(network, theta, v, -h);
    return IntStream.range(0, ahead.length).mapToDouble(k -> ahead[k] - behind[k]).toArray();
  }

  private static double[] gradient(
      Backpropagation network, Parameters theta, Parameters v, double h) {
    Parameters moved = theta.copy();
    for (int k = 0; k < moved.values().length; k++) {
      moved.values()[k] += h * v.values()[k];
    }
    Parameters gradient = Parameters.zeros(theta.architecture());
    network.forward(moved);
    network.backward(moved, gradient);
    return gradient.values();
  }

  private static List<Boolean> masks(
      Backpropagation network, Parameters theta, Parameters v, double h) {
    gradient(network, theta, v, h);
    return RandomNetworks.masks(network, theta.architecture());
  }
}
