package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Doubles.assertSameBits;

import java.util.List;
import java.util.Random;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.StandardActivation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scalar backpropagation is the oracle, at parameters that training seldom reaches. */
final class OneHiddenReluLanesTest {
  private static final double[] RARE = {
    0.0,
    -0.0,
    Double.MIN_VALUE,
    1e160,
    -1e300,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };
  private static final int PASSES = 200;

  private final Random random = new Random(7);

  /** Activations of 5 neurons on 71 points fit the first-level cache, those of 13 on 71 do not. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, RELU",
    "4, 9, IDENTITY",
    "5, 71, RELU",
    "5, 71, IDENTITY",
    "13, 71, RELU",
    "13, 71, IDENTITY",
    "3, 1000, RELU"
  })
  void rareParametersInAnyLaneHaveTheBitsOfScalars(
      int neurons, int points, StandardActivation output) {
    Architecture architecture =
        new Architecture(List.of(1, neurons, 1), List.of(Activation.RELU, output));
    Dataset data = Galaxies.points(feature(points), feature(points));
    Backpropagation scalar = new Backpropagation(architecture, data, Loss.HALF_MSE);
    OneHiddenReluLanes lanes = new OneHiddenReluLanes(architecture, data);
    Parameters theta = Parameters.zeros(architecture);
    Parameters gradient = Parameters.zeros(architecture);
    double[] thetas = Lanes.registers(architecture.parameterCount());
    double[] gradients = Lanes.registers(architecture.parameterCount());
    double[] losses = Lanes.registers(1);
    for (int pass = 0; pass < PASSES; pass++) {
      fill(thetas);
      lanes.pass(thetas, gradients, losses);
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        Lanes.take(thetas, lane, theta.values());
        assertSameBits(scalar.forward(theta), losses[lane], "loss", pass, lane);
        scalar.backward(theta, gradient);
        for (int k = 0; k < gradient.values().length; k++) {
          assertSameBits(gradient.values()[k], gradients[k * Lanes.COUNT + lane], k, pass, lane);
        }
      }
    }
  }

  /** Returns numbers of both signs, and zeros of both. */
  private double[] feature(int points) {
    return random
        .doubles(points, -1, 1)
        .map(number -> Math.abs(number) < 0.1 ? Math.copySign(0, number) : number)
        .toArray();
  }

  /** Fills some lanes with ordinary numbers alone, others with a rare one now and then. */
  private void fill(double[] thetas) {
    for (int at = 0; at < thetas.length; at++) {
      boolean rare = at % Lanes.COUNT % 2 == 1 && random.nextInt(8) == 0;
      thetas[at] = rare ? RARE[random.nextInt(RARE.length)] : random.nextGaussian();
    }
  }
}
