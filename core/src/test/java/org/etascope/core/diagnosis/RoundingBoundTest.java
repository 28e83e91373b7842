package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Step;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: {@link ExactLoss}, the same networks in 75-digit arithmetic. */
final class RoundingBoundTest {
  private static final int NETWORKS = 8;
  private static final int LOSS_NETWORKS = 300;
  private static final int JUDGED_NETWORKS = 3;

  private static final double LARGEST_COMPARED = 1e100;
  private static double worstRatio;
  private static int compared;
  private static int certified;
  private static int naive;

  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#uniformShapes")
  void errorStaysBelowTheBound(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Dataset data = networks.data(architecture);
      assertBounded(architecture, data, Loss.HALF_MSE, networks.parameters(architecture));
    }
  }

  /** Weights over 24 binary orders of magnitude, so that sums cancel or absorb. */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#uniformShapes")
  void errorStaysBelowTheBoundWhereSumsCancel(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Dataset data = networks.data(architecture);
      Parameters theta = networks.parameters(architecture);
      Random exponents = new Random(seed);
      double[] values = theta.values();
      for (int k = 0; k < values.length; k++) {
        values[k] = Math.scalb(values[k], exponents.nextInt(24) - 16);
      }
      assertBounded(architecture, data, Loss.HALF_MSE, theta);
    }
  }

  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#losses")
  void errorStaysBelowTheBoundOfEveryLoss(Loss loss) {
    for (int seed = 0; seed < LOSS_NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Activation hidden = seed % 2 == 0 ? Activation.TANH : Activation.RELU;
      Architecture architecture =
          networks.architecture(seed % 3, hidden, Activation.IDENTITY, seed % 5 != 0);
      Dataset data = networks.probabilities(architecture);
      assertBounded(architecture, data, loss, networks.parameters(architecture));
    }
  }

  /**
   * Steps up and down the gradient that change the loss by half the bound to three times the bound,
   * where the judge has to tell a rise from its rounding.
   */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#uniformShapes")
  void noCertifiedIncreaseIsFalse(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < JUDGED_NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Dataset data = networks.data(architecture);
      assertNoFalseIncrease(architecture, data, networks.parameters(architecture));
    }
  }

  /** The same where training has converged, and computed losses jump about by rounding alone. */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#uniformShapes")
  void noCertifiedIncreaseIsFalseNearTheFloor(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < JUDGED_NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Dataset data = networks.data(architecture);
      TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.05), 3000);
      Parameters last =
          Trainer.train(data, networks.parameters(architecture), training, step -> {});
      assertBounded(architecture, data, Loss.HALF_MSE, last);
      assertNoFalseIncrease(architecture, data, last);
    }
  }

  private static void assertNoFalseIncrease(
      Architecture architecture, Dataset data, Parameters theta) {
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.05), 1);
    IncreaseJudge judge = new IncreaseJudge(architecture, data, training.loss());
    Backpropagation start = new Backpropagation(architecture, data, Loss.HALF_MSE);
    Backpropagation network = new Backpropagation(architecture, data, Loss.HALF_MSE);
    Parameters gradient = Parameters.zeros(architecture);
    double before = start.forward(theta);
    start.backward(theta, gradient);
    double squaredNorm = gradient.dot(gradient);
    if (!(squaredNorm > 0 && squaredNorm < LARGEST_COMPARED)) {
      return;
    }
    Step from = new Step(0, before, theta, gradient, start);
    double bound = judge.bound(from);
    BigDecimal exactBefore = ExactLoss.of(architecture, data, Loss.HALF_MSE, theta);
    for (double multiple : new double[] {-3, -0.5, 0.5, 1.5, 2, 2.5, 3}) {
      Parameters moved = theta.copy();
      for (int k = 0; k < moved.values().length; k++) {
        moved.values()[k] += multiple * bound / squaredNorm * gradient.values()[k];
      }
      double after = network.forward(moved);
      if (after > before) {
        naive++;
        Step to = new Step(1, after, moved, gradient, network);
        if (judge.judge(from, to).isPresent()) {
          certified++;
          BigDecimal exactAfter = ExactLoss.of(architecture, data, Loss.HALF_MSE, moved);
          assertTrue(exactAfter.compareTo(exactBefore) > 0, () -> architecture + "" + theta);
        }
      }
    }
  }

  private static void assertBounded(
      Architecture architecture, Dataset data, Loss loss, Parameters theta) {
    Backpropagation network = new Backpropagation(architecture, data, loss);
    double computed = network.forward(theta);
    if (!(computed < LARGEST_COMPARED)) {
      return;
    }
    RoundingBound roundingBound = new RoundingBound(architecture, data, loss);
    double bound = roundingBound.at(theta, network, computed);
    assertTrue(roundingBound.coarseAt(theta, network, computed) >= bound);
    BigDecimal exact = ExactLoss.of(architecture, data, loss, theta);
    double error = new BigDecimal(computed).subtract(exact).abs().doubleValue();
    assertTrue(error <= bound, () -> error + " > " + bound + " for " + architecture + theta);
    worstRatio = Math.max(worstRatio, error / bound);
    compared++;
  }

  /** One bound at the largest parameters and the largest loss holds for all that are smaller. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12})
  void theCoarsestBoundIsNoSmallerAtLargerParametersOrLosses(int neurons) {
    Architecture network =
        new Architecture(List.of(1, neurons, 1), List.of(Activation.RELU, Activation.RELU));
    for (int seed = 0; seed < LOSS_NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Dataset data = networks.data(network);
      Parameters theta = networks.parameters(network);
      Parameters larger = Parameters.zeros(network);
      Random random = new Random(seed);
      for (int k = 0; k < theta.values().length; k++) {
        larger.values()[k] = Math.abs(theta.values()[k]) * (1 + random.nextInt(3) * 0x1p-52);
      }
      Backpropagation pass = new Backpropagation(network, data, Loss.HALF_MSE);
      double loss = pass.forward(theta);
      RoundingBound bound = new RoundingBound(network, data, Loss.HALF_MSE);
      double coarsest = bound.coarsestAt(theta, loss);
      assertTrue(coarsest >= bound.at(theta, pass, loss));
      assertTrue(bound.coarsestAt(larger, loss) >= coarsest);
      assertTrue(bound.coarsestAt(theta, Math.nextUp(loss)) >= coarsest);
    }
  }

  /**
   * e(z0) = 3u (1 2 + 1) = 3u (0.5 2 + 2) = 9u, e(z1) = 1 9u + 2 9u + 4u (1 3 + 2 3 + 0.5) = 65u,
   * and with r = 9.5 - 4 = 5.5, d = 70.5u, B = 5.5 70.5u + 3u 15.125 = 433.125u.
   */
  @Test
  void oneHiddenLayerByHand() {
    Architecture network =
        new Architecture(List.of(1, 2, 1), List.of(Activation.RELU, Activation.RELU));
    Dataset data = Galaxies.points(new double[] {2}, new double[] {4});
    Parameters theta = Parameters.of(network, 1, 0.5, 1, 2, 1, 2, 0.5);
    Backpropagation pass = new Backpropagation(network, data, Loss.HALF_MSE);
    double loss = pass.forward(theta);
    assertEquals(15.125, loss);
    assertEquals(
        433.125 * 0x1p-53,
        new RoundingBound(network, data, Loss.HALF_MSE).at(theta, pass, loss),
        1e-28);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382",
    "-3, 0.04978706836786394297934241565006177663169959218842321556762772760606066773019955015450"
  })
  void theOracleKnowsItsExponentials(BigDecimal x, BigDecimal exp) {
    BigDecimal error = ExactLoss.exp(x).subtract(exp).abs();
    assertTrue(error.compareTo(new BigDecimal("1e-69")) < 0, error.toString());
  }

  @AfterAll
  static void report() {
    System.out.printf(
        Locale.ROOT,
        "rounding: %d losses, worst error %.3f of its bound; %d naive increases, %d certified%n",
        compared,
        worstRatio,
        naive,
        certified);
  }
}
