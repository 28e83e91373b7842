package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OneHiddenReluHessianTest {
  static Stream<Arguments> cases() {
    return RandomNetworks.losses()
        .flatMap(
            loss ->
                Stream.of(Activation.RELU, Activation.IDENTITY)
                    .map(output -> Arguments.of(loss, output)));
  }

  /** Products with unit vectors are the oracle of the matrix, and its spectrum of the bounds. */
  @ParameterizedTest
  @MethodSource("cases")
  void isTheMatrixOfExactProducts(Loss loss, Activation output) {
    Random random = new Random(7);
    for (int run = 0; run < 100; run++) {
      Architecture network =
          new Architecture(List.of(1, 1 + run % 9, 1), List.of(Activation.RELU, output));
      Parameters theta = Parameters.zeros(network);
      Arrays.setAll(theta.values(), k -> random.nextGaussian());
      int points = 1 + random.nextInt(12);
      double[] x = DoubleStream.generate(random::nextGaussian).limit(points).toArray();
      double[] y = DoubleStream.generate(random::nextDouble).limit(points).toArray();
      Dataset data = Galaxies.points(x, y);

      HessianProduct products = HessianProduct.of(network, data, loss);
      products.moveTo(theta);
      double[][] expected = products.matrix();
      OneHiddenReluHessian hessian = new OneHiddenReluHessian(network, data, loss);
      hessian.moveTo(theta);
      double[][] matrix = hessian.matrix();
      double norm = Arrays.stream(expected).flatMapToDouble(Arrays::stream).map(Math::abs).sum();
      for (int i = 0; i < matrix.length; i++) {
        assertArrayEquals(expected[i], matrix[i], 1e-14 * norm, "run " + run + ", row " + i);
      }

      double[] eigenvalues = Eigensystem.of(expected).orElseThrow().values();
      double lambda = Arrays.stream(eigenvalues).max().orElseThrow();
      assertTrue(hessian.atLeast() <= lambda + 1e-14 * norm, "run " + run);
      assertTrue(lambda <= hessian.atMost() + 1e-14 * norm, "run " + run);
    }
  }

  /**
   * O4: at one point G has one eigenvalue, its trace 5.399444491322822, and |R| is r sqrt(x^2 + 1)
   * with r = 0.2838149919948978, of which the lower bound has a part.
   */
  @Test
  void o4BoundsAreKnown() {
    OneHiddenReluHessian hessian =
        new OneHiddenReluHessian(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    hessian.moveTo(Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245));
    double residual = 0.2838149919948978 * Math.sqrt(0.949 * 0.949 + 1);
    assertEquals(5.399444491322822 + residual, hessian.atMost(), 1e-13);
    assertTrue(hessian.atLeast() > 5.399444491322822 && hessian.atLeast() < 5.55524991585219);
  }

  @Test
  void aDeadNetworkIsFlat() {
    Parameters dead = Parameters.zeros(Galaxies.NETWORK);
    dead.values()[15] = -1;
    OneHiddenReluHessian hessian =
        new OneHiddenReluHessian(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    hessian.moveTo(dead);
    assertEquals(0, hessian.atLeast());
    assertEquals(0, hessian.atMost());
  }
}
