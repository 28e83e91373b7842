package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Step;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharpnessTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final Parameters PUBLISHED =
      Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245);

  /** O9: f = 0.1 sum v_i u_i on the point (0.1, 0), 200 parameters without biases. */
  private static final Architecture CATAPULT =
      new Architecture(
          List.of(1, 100, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);

  /** O2: the two eigenvalues of linear regression on all galaxies, the same everywhere. */
  @Test
  void o2LinearRegressionHasItsKnownEigenvalues() {
    assertArrayEquals(
        new double[] {0.048601049478051994, 1.0868743871416664},
        Sharpness.of(LINE, Galaxies.all(), Loss.HALF_MSE)
            .spectrum(Parameters.zeros(LINE))
            .orElseThrow(),
        1e-15);
  }

  /** O4: the spectrum at initialisation, one point, seed 3245. */
  @Test
  void o4PublishedNetworkHasItsKnownSpectrum() {
    double[] spectrum = published().spectrum(PUBLISHED).orElseThrow();
    double pair = 0.391273837;
    assertArrayEquals(
        new double[] {
          -pair,
          -pair,
          -pair,
          -pair,
          -0.261280703,
          0,
          0,
          0,
          0,
          0,
          0.105475279,
          pair,
          pair,
          pair,
          pair,
          5.55524991585219
        },
        spectrum,
        1e-9);
    // theory: +-r sqrt(x^2 + 1), k - 1 times each
    double r = 0.2838149919948978;
    assertEquals(r * Math.sqrt(0.949 * 0.949 + 1), spectrum[11], 1e-14);
    assertEquals(5.55524991585219, published().largest(PUBLISHED).orElseThrow(), 1e-13);
  }

  /** O4: of a wide network, k - 1 times r sqrt(x^2 + 1), as often its opposite, else k + 3. */
  @ParameterizedTest
  @ValueSource(ints = {2, 30, 40, 49, 60})
  void o4TheoryHoldsForEveryWidth(int k) {
    Architecture network =
        new Architecture(List.of(1, k, 1), List.of(Activation.RELU, Activation.RELU));
    Parameters theta = Initialization.UNIFORM.parameters(network, 3245);
    Backpropagation pass = new Backpropagation(network, Galaxies.one(), Loss.HALF_MSE);
    pass.forward(theta);
    double curvature = (pass.prediction(0, 0) - 0.402109523) * Math.sqrt(0.949 * 0.949 + 1);
    double[] spectrum =
        Sharpness.of(network, Galaxies.one(), Loss.HALF_MSE).spectrum(theta).orElseThrow();
    for (double expected : new double[] {curvature, -curvature}) {
      assertEquals(
          k - 1, Arrays.stream(spectrum).filter(x -> Math.abs(x - expected) < 1e-11).count());
    }
  }

  /** O4: the Gauss-Newton matrix, without the residual term. */
  @Test
  void o4PublishedNetworkHasItsKnownGaussNewtonSharpness() {
    Sharpness gaussNewton = Sharpness.gaussNewton(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    assertEquals(5.399444491322822, gaussNewton.largest(PUBLISHED).orElseThrow(), 1e-13);
  }

  /**
   * O9: the Gauss-Newton value lambda follows lambda' = lambda + (eta f^2 / n)(eta lambda - 4) with
   * f' = f (1 - eta lambda + eta^2 f^2 / n), n = 100, from f = 0.5 and lambda = 1.
   */
  @Test
  void o9CatapultHasItsKnownGaussNewtonSharpness() {
    double eta = 3;
    Sharpness gaussNewton = Sharpness.gaussNewton(CATAPULT, origin(), Loss.HALF_MSE);
    double f = 0.5;
    double lambda = 1;
    for (Parameters theta : thetas(origin(), catapult(), eta, 20)) {
      assertEquals(lambda, gaussNewton.largest(theta).orElseThrow(), 1e-8 * lambda);
      double nextF = f * (1 - eta * lambda + eta * eta * f * f / 100);
      lambda += eta * f * f / 100 * (eta * lambda - 4);
      f = nextF;
    }
  }

  /**
   * O9 at the start, all u alike and all v: along (u, v) H is ((v^2, uv + fx), (uv + fx, u^2)) with
   * u^2 + v^2 = 1 and uv = fx = 0.05, so that lambda = (1 + sqrt(1.03)) / 2; elsewhere it is +-fx.
   */
  @Test
  void o9CatapultHasItsSharpnessByHand() {
    Sharpness sharpness = Sharpness.of(CATAPULT, origin(), Loss.HALF_MSE);
    assertEquals((1 + Math.sqrt(1.03)) / 2, sharpness.largest(catapult()).orElseThrow(), 1.1e-8);
    double[] spectrum = sharpness.spectrum(catapult()).orElseThrow();
    assertEquals(0.05, spectrum[198], 1e-13);
    assertEquals(-0.05, spectrum[1], 1e-13);
  }

  /** O12: the matrix of central differences of the gradient, h = 2^-14, truncated at some 1e-9. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void agreesWithDifferencesOfTheGradient(int depth) {
    for (int seed = 0; seed < 10; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture =
          networks.architecture(depth, Activation.TANH, Activation.IDENTITY);
      Parameters theta = networks.parameters(architecture);
      Dataset data = networks.data(architecture);
      double[] differenced =
          Eigensystem.of(differences(theta, data, 0x1p-14)).orElseThrow().values();
      double radius = Arrays.stream(differenced).map(Math::abs).max().orElseThrow();
      double lambda = Sharpness.of(architecture, data, Loss.HALF_MSE).largest(theta).orElseThrow();
      assertEquals(differenced[0], lambda, 1e-6 * radius, "seed " + seed);
    }
  }

  /** L = 1/2 (4 w^2 + b^2): the curvature along w is 4, along b 1, and half-way 2.5. */
  @Test
  void curvatureAlongADirectionIsItsRayleighQuotient() {
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    Sharpness sharpness = Sharpness.of(LINE, mirrored, Loss.HALF_MSE);
    Parameters theta = Parameters.of(LINE, 1, 1);
    assertEquals(4.0, sharpness.along(theta, Parameters.of(LINE, 3, 0)));
    assertEquals(local(4, 4, 1), sharpness.at(theta, Parameters.of(LINE, -3, 0)));
    assertEquals(local(4, 1, 0), sharpness.at(theta, Parameters.of(LINE, 0, 3)));
    LocalCurvature between = sharpness.at(theta, Parameters.of(LINE, 3, 3));
    assertEquals(2.5, between.directional().orElseThrow());
    assertEquals(Math.sqrt(0.5), between.alignment().orElseThrow(), 1e-15);
    assertEquals(
        new LocalCurvature(OptionalDouble.of(4), OptionalDouble.empty(), OptionalDouble.empty()),
        sharpness.at(theta, Parameters.of(LINE, 0, 0)));
  }

  /** 150 parameters are decomposed, 151 iterated; both know rho and the eigenvector. */
  @Test
  void largeNetworksHaveTheirCurvatureByIteration() {
    Architecture wide = wide();
    Parameters theta = Initialization.UNIFORM.parameters(wide, 3);
    Sharpness sharpness = Sharpness.of(wide, Galaxies.one(), Loss.HALF_MSE);
    LocalCurvature curvature = sharpness.at(theta, gradient(theta, Galaxies.one()));
    double lambda = curvature.sharpness().orElseThrow();
    double[] spectrum = sharpness.spectrum(theta).orElseThrow();
    assertEquals(spectrum[spectrum.length - 1], lambda, 1e-8 * lambda);
    // rho is at most lambda, and close to it where g is close to v1
    double rho = curvature.directional().orElseThrow();
    double cosine = curvature.alignment().orElseThrow();
    assertEquals(1, cosine, 0.1);
    assertEquals(lambda * cosine * cosine, rho, (1 - cosine * cosine) * lambda);
  }

  @Test
  void isLeftOutAboveItsLimitAndWhereTheHessianIsNotFinite() {
    Architecture huge =
        new Architecture(List.of(1, 40_000, 1), List.of(Activation.RELU, Activation.RELU));
    Sharpness ofHuge = Sharpness.of(huge, Galaxies.one(), Loss.HALF_MSE);
    assertEquals(OptionalDouble.empty(), ofHuge.largest(Parameters.zeros(huge)));
    for (double odd :
        new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e200}) {
      Parameters broken = PUBLISHED.copy();
      broken.values()[0] = odd;
      assertEquals(OptionalDouble.empty(), published().largest(broken));
      assertEquals(
          new LocalCurvature(
              OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
          published().at(broken, broken));
    }
    Parameters infinite = PUBLISHED.copy();
    infinite.values()[0] = Double.POSITIVE_INFINITY;
    assertEquals(Optional.empty(), published().spectrum(infinite));
  }

  /** Where every output is dead, the loss is flat. */
  @Test
  void deadNetworkIsFlat() {
    for (Architecture network : List.of(Galaxies.NETWORK, wide())) {
      Parameters dead = Parameters.zeros(network);
      dead.values()[dead.values().length - 1] = -1;
      Sharpness sharpness = Sharpness.of(network, Galaxies.one(), Loss.HALF_MSE);
      assertEquals(OptionalDouble.of(0), sharpness.largest(dead));
    }
  }

  private static LocalCurvature local(double lambda, double rho, double cosine) {
    return new LocalCurvature(
        OptionalDouble.of(lambda), OptionalDouble.of(rho), OptionalDouble.of(cosine));
  }

  private static Sharpness published() {
    return Sharpness.of(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
  }

  /** 151 parameters. */
  private static Architecture wide() {
    return new Architecture(List.of(1, 50, 1), List.of(Activation.RELU, Activation.RELU));
  }

  private static Dataset origin() {
    return Galaxies.points(new double[] {0.1}, new double[] {0});
  }

  /** u^2 + v^2 = 1 and uv = 0.05, a hundred times. */
  private static Parameters catapult() {
    double u = Math.sqrt((1 + Math.sqrt(0.99)) / 2);
    double v = 0.05 / u;
    return Parameters.of(
        CATAPULT,
        DoubleStream.concat(
                Collections.nCopies(100, u).stream().mapToDouble(x -> x),
                Collections.nCopies(100, v).stream().mapToDouble(x -> x))
            .toArray());
  }

  private static List<Parameters> thetas(Dataset data, Parameters initial, double eta, int steps) {
    List<Parameters> thetas = new ArrayList<>();
    Trainer.train(
        data,
        initial,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps),
        (Step step) -> thetas.add(step.parameters().copy()));
    return thetas;
  }

  private static Parameters gradient(Parameters theta, Dataset data) {
    Parameters gradient = Parameters.zeros(theta.architecture());
    Backpropagation network = new Backpropagation(theta.architecture(), data, Loss.HALF_MSE);
    network.forward(theta);
    network.backward(theta, gradient);
    return gradient;
  }

  /** (g_j(theta + h e_i) - g_j(theta - h e_i)) / 2h, made symmetric. */
  private static double[][] differences(Parameters theta, Dataset data, double h) {
    int p = theta.values().length;
    double[][] matrix = new double[p][p];
    for (int i = 0; i < p; i++) {
      Parameters ahead = theta.copy();
      Parameters behind = theta.copy();
      ahead.values()[i] += h;
      behind.values()[i] -= h;
      double[] after = gradient(ahead, data).values();
      double[] before = gradient(behind, data).values();
      for (int j = 0; j < p; j++) {
        double half = (after[j] - before[j]) / (4 * h);
        matrix[i][j] += half;
        matrix[j][i] += half;
      }
    }
    return matrix;
  }
}
