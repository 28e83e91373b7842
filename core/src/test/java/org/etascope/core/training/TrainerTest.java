package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TrainerTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));

  /** Points (2, 0) and (-2, 0): L = 1/2 4 w^2 + 1/2 b^2, and b stays 0. */
  private static final Dataset MIRRORED =
      Galaxies.points(new double[] {2, -2}, new double[] {0, 0});

  @Test
  void recordsStepsBeforeTheirUpdatesAndReturnsWhatFollowsTheLast() {
    Trace.Recorder recorder = new Trace.Recorder();
    Parameters last = train(0.125, 3, recorder);
    List<Trace.Snapshot> steps = recorder.trace().steps();

    // w halves at each update: w - (1/8) 4 w
    assertEquals(3, steps.size());
    assertEquals(weight(1), steps.get(0).parameters());
    assertEquals(weight(0.5), steps.get(1).parameters());
    assertEquals(weight(0.25), steps.get(2).parameters());
    assertEquals(weight(0.125), last);
    assertEquals(2.0, steps.get(0).loss());
    assertEquals(0.125, steps.get(2).loss());
    assertEquals(Parameters.of(LINE, 4, 0), steps.get(0).gradient());
  }

  @Test
  void leavesTheInitialParametersAlone() {
    Parameters initial = weight(1);
    Trainer.train(MIRRORED, initial, spec(0.125, 3), step -> {});
    assertEquals(weight(1), initial);
  }

  @Test
  void stopsAtTheFirstLossThatIsNotFinite() {
    LossCurve.Recorder recorder = new LossCurve.Recorder(1000);
    train(100, 1000, recorder);
    LossCurve curve = recorder.curve();

    // |w| grows by 399 a step, and the loss by its square: 2 * 159201^59 is the last below 2^1024
    assertEquals(61, curve.steps());
    assertFalse(Double.isFinite(curve.last()));
    assertTrue(Double.isFinite(curve.at(59)));
  }

  /** O1: L = 1/2 lambda x^2 with lambda 4, x_0 1, eta 1/2 stays at 2 for ever. */
  @Test
  void o1QuadraticAtItsCriticalEtaStands() {
    LossCurve curve = lossesOf(0.5, 1000);
    for (double loss : curve.toArray()) {
      assertEquals(2.0, loss);
    }
  }

  /** O1: eta 0.51 multiplies the loss by (1 - eta lambda)^2 = 1.0816 at every step. */
  @Test
  void o1QuadraticAboveItsCriticalEtaGrowsByItsRatio() {
    LossCurve curve = lossesOf(0.51, 100);
    for (int t = 1; t < curve.steps(); t++) {
      assertEquals(1.0816, curve.at(t) / curve.at(t - 1), 2e-15);
    }
  }

  static Stream<Arguments> jumps() {
    return Stream.of(arguments(0.6, 0.8192), arguments(0.5, 0.5), arguments(2.5, 0.5));
  }

  /**
   * O8: L = 1/2 (1 - xy)^2 from (2, 1), as a 1-1-1 identity network on (1, 1) and its mirror image,
   * which keeps the biases at zero.
   */
  @ParameterizedTest
  @MethodSource("jumps")
  void o8ProductJumpsAsComputedByHand(double eta, double after) {
    LossCurve curve = product(eta, 2);
    assertEquals(0.5, curve.first());
    assertEquals(after, curve.at(1), 1e-15);
  }

  /** O8: eta 0.99 reaches 1e-20 within 2,000 steps. */
  @Test
  void o8ProductConvergesFarAboveTwoOverLambda() {
    assertEquals(0, product(0.99, 2001).last(), 1e-20);
  }

  /** O8: eta 1.01 has diverged after 9 steps, and overflows two steps later. */
  @Test
  void o8ProductDivergesAboveOne() {
    LossCurve curve = product(1.01, 100);
    assertEquals(3.6e64, curve.at(9), 0.1e64);
    assertEquals(12, curve.steps());
    assertEquals(Double.POSITIVE_INFINITY, curve.last());
  }

  /** O7: seed 0, eta 0.6: the only output dies at the first update. */
  @Test
  void o7DeadOutputKeepsItsLossForEver() {
    LossCurve.Recorder recorder = new LossCurve.Recorder(1000);
    Galaxies.run(Galaxies.one(), 0, 0.6, 1000).train(recorder);
    LossCurve curve = recorder.curve();
    assertEquals(0.971429969960305, curve.first(), 2e-16);
    for (int t = 1; t < 1000; t++) {
      assertEquals(0.08084603424364377, curve.at(t));
    }
  }

  @Test
  void needsAStepAndAFiniteEtaAboveZero() {
    assertThrows(IllegalArgumentException.class, () -> spec(0.1, 0));
    for (double eta : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new GradientDescent(eta));
    }
  }

  private static LossCurve lossesOf(double eta, int steps) {
    LossCurve.Recorder recorder = new LossCurve.Recorder(steps);
    train(eta, steps, recorder);
    return recorder.curve();
  }

  private static Parameters train(double eta, int steps, StepRecorder recorder) {
    return Trainer.train(MIRRORED, weight(1), spec(eta, steps), recorder);
  }

  private static LossCurve product(double eta, int steps) {
    Architecture product =
        new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY));
    LossCurve.Recorder recorder = new LossCurve.Recorder(steps);
    Trainer.train(
        Galaxies.points(new double[] {1, -1}, new double[] {1, -1}),
        Parameters.of(product, 2, 0, 1, 0),
        spec(eta, steps),
        recorder);
    return recorder.curve();
  }

  private static Parameters weight(double w) {
    return Parameters.of(LINE, w, 0);
  }

  private static TrainingSpec spec(double eta, int steps) {
    return new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
  }
}
