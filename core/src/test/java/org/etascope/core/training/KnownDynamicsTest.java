package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dynamics that are known in closed form, on networks without biases and with given weights. */
final class KnownDynamicsTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY), false);
  private static final Architecture PRODUCT =
      new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
  private static final Dataset ONE_ONE = Galaxies.points(new double[] {1}, new double[] {1});

  private static LossCurve losses(
      Dataset data, Architecture network, double eta, int steps, Double... theta) {
    RunSpec run =
        new RunSpec(
            data,
            network,
            new GivenParameters(List.of(theta)),
            0,
            new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps));
    LossCurve.Recorder recorder = new LossCurve.Recorder(steps);
    Parameters unused = run.train(recorder);
    return recorder.curve();
  }

  /** O1: L = 1/2 4 x^2 from x = 1: the loss is multiplied by (1 - 4 eta)^2. */
  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.51, 1.0816", "0.4, 0.36", "0.25, 0"})
  void o1QuadraticMultipliesItsLossByItsRatio(double eta, double ratio) {
    Dataset data = Galaxies.points(new double[] {2}, new double[] {0});
    LossCurve curve = losses(data, LINE, eta, 20, 1.0);
    assertEquals(2.0, curve.first());
    for (int t = 1; t < curve.steps(); t++) {
      assertEquals(ratio * curve.at(t - 1), curve.at(t), 1e-13 * curve.at(t - 1));
    }
  }

  /**
   * O8: L = 1/2 (1 - xy)^2 from (2, 1): up at 0.6, level at 1/2 and 2.5, down between 2 and 2.5.
   */
  @ParameterizedTest
  @CsvSource({"0.6, 0.8192", "0.5, 0.5", "2.5, 0.5"})
  void o8ProductJumpsAsComputedByHand(double eta, double after) {
    LossCurve curve = losses(ONE_ONE, PRODUCT, eta, 2, 2.0, 1.0);
    assertEquals(0.5, curve.first());
    assertEquals(after, curve.at(1), 1e-15);
  }

  @Test
  void o8ProductDescendsAgainAtAnEtaFarTooLarge() {
    assertTrue(losses(ONE_ONE, PRODUCT, 2.2, 2, 2.0, 1.0).at(1) < 0.5);
    assertTrue(losses(ONE_ONE, PRODUCT, 1.9, 2, 2.0, 1.0).at(1) > 0.5);
  }

  @Test
  void o8ProductConvergesBelowOneAndDivergesAbove() {
    assertEquals(0, losses(ONE_ONE, PRODUCT, 0.99, 2001, 2.0, 1.0).last(), 1e-20);
    assertFalse(Double.isFinite(losses(ONE_ONE, PRODUCT, 1.01, 100, 2.0, 1.0).last()));
  }

  /**
   * O9: 100 identity neurons on (0.1, 0) with |w0| = |w1| = sqrt(1/2), so that lambda_0 = sum (w0^2
   * + w1^2) x^2 = 1, and equal signs in 55 of them, so that f_0 = 0.1 (55 - 45) / 2 = 0.5.
   */
  private static LossCurve catapult(double eta, int steps) {
    int neurons = 100;
    Architecture network =
        new Architecture(
            List.of(1, neurons, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
    Dataset data = Galaxies.points(new double[] {0.1}, new double[] {0});
    Double[] theta = new Double[2 * neurons];
    double w = Math.sqrt(0.5);
    Arrays.fill(theta, w);
    for (int i = 0; i < 45; i++) {
      theta[neurons + i] = -w;
    }
    return losses(data, network, eta, steps, theta);
  }

  /** O9: L_0 = f_0^2 / 2 = 1/8; eta 3.99 converges with peak loss 11.536, 4.01 diverges. */
  @Test
  void o9CatapultPeaksAndConvergesJustBelowFour() {
    double[] curve = catapult(3.99, 5000).toArray();
    assertEquals(0.125, curve[0], 1e-14);
    assertEquals(11.536, Arrays.stream(curve).max().orElseThrow(), 5e-4);
    assertTrue(curve[curve.length - 1] < 1e-10);
    assertFalse(Double.isFinite(catapult(4.01, 5000).last()));
  }

  @Test
  void o9CatapultDoesNotRiseAtOnceBelowItsThreshold() {
    assertTrue(catapult(2.01, 2).at(1) <= 0.125);
    assertTrue(catapult(2.0102, 2).at(1) > 0.125);
  }

  /** O10: x' = x (1 + a - a x^2) with W0 = W1: how many values the loss visits in the end. */
  @ParameterizedTest
  @CsvSource({"0.9, 1", "1.1, 2", "1.27, 4", "1.29, 8", "1.301, 16"})
  void o10PeriodsDouble(double eta, int period) {
    double[] curve = losses(ONE_ONE, PRODUCT, eta, 40_000, 0.5, 0.5).toArray();
    double[] tail = Arrays.copyOfRange(curve, curve.length - 64, curve.length);
    for (int t = 0; t + period < tail.length; t++) {
      assertEquals(tail[t], tail[t + period], 1e-9);
    }
    if (period > 1) {
      assertTrue(Math.abs(tail[0] - tail[period / 2]) > 1e-6);
    }
  }

  /** O10: at a = 1.1 the two values of sqrt(a) x are 1.1705367196 and 0.8543089536. */
  @Test
  void o10PeriodTwoHasItsKnownValues() {
    double[] curve = losses(ONE_ONE, PRODUCT, 1.1, 2001, 0.5, 0.5).toArray();
    List<Double> expected =
        List.of(1.1705367196, 0.8543089536).stream()
            .map(value -> 0.5 * Math.pow(1 - value * value / 1.1, 2))
            .sorted()
            .toList();
    List<Double> visited = List.of(curve[1999], curve[2000]).stream().sorted().toList();
    assertEquals(expected.get(0), visited.get(0), 1e-9);
    assertEquals(expected.get(1), visited.get(1), 1e-9);
  }

  @Test
  void o10AperiodicAndThenDiverging() {
    double[] curve = losses(ONE_ONE, PRODUCT, 1.303, 40_000, 0.5, 0.5).toArray();
    long distinct =
        Arrays.stream(curve).skip(39_000).map(x -> Math.rint(x * 1e9)).distinct().count();
    assertTrue(distinct > 100, distinct + " values");
    assertFalse(Double.isFinite(losses(ONE_ONE, PRODUCT, 2.01, 10_000, 0.5, 0.5).last()));
  }
}
