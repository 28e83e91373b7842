package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GradientFlowTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final Architecture PRODUCT =
      new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);

  /**
   * On all galaxies until tau = 150: the sharpness at both ends of the flow, and the true critical
   * eta of gradient descent, which the end of the flow tells to within 4 %.
   */
  @ParameterizedTest
  @CsvSource({"0, .506, .713, .739", "1, 1.165, .941, .955", "9, 1.361, 1.010, 1.016"})
  void sharpnessAtTheEndOfTheFlowTellsTheCriticalEta(
      long seed, double first, double last, double critical) {
    Parameters initial = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
    GradientFlow flow =
        GradientFlow.of(Galaxies.all(), initial, Loss.HALF_MSE, 150, 50).orElseThrow();
    assertEquals(first, 2 / flow.sharpness(0), 6e-4);
    assertEquals(last, 2 / flow.sharpness(flow.samples() - 1), 6e-4);
    assertEquals(critical, criticalEta(initial, 0.5, 1.2), 6e-4);
    assertEquals(critical, last, 0.04 * critical);
  }

  /** Where lambda rises along the flow, its largest value foretells; where it falls, its first. */
  @ParameterizedTest
  @CsvSource({"0, .506", "1, .941", "9, 1.010"})
  void highestSharpnessForetellsTheCriticalEta(long seed, double foretold) {
    Parameters initial = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
    GradientFlow flow =
        GradientFlow.of(Galaxies.all(), initial, Loss.HALF_MSE, 160, 50).orElseThrow();
    assertEquals(foretold, flow.criticalEta(150).orElseThrow(), 6e-4);
  }

  /**
   * L = 1/2 (1 - xy)^2 from (a, b): x^2 - y^2 is conserved along the flow, which ends at xy = 1
   * with lambda = x^2 + y^2 = sqrt((a^2 - b^2)^2 + 4).
   */
  @ParameterizedTest
  @CsvSource({"2, 0.1", "1.5, 0.5", "0.3, 0.2", "3, 0"})
  void flowOfAProductEndsAtItsKnownSharpness(double a, double b) {
    GradientFlow flow = product(a, b, 60, 100);
    double conserved = a * a - b * b;
    assertEquals(Math.sqrt(conserved * conserved + 4), flow.sharpness(flow.samples() - 1), 1e-5);
    assertEquals(60.0, flow.end());
    assertEquals(15.0, flow.time(50));
  }

  /** Where x = y = s: s' = s (1 - s^2), so s^2 = 1 / (1 + (1/s_0^2 - 1) e^(-2 tau)). */
  @Test
  void flowFollowsItsKnownCurve() {
    GradientFlow flow = product(0.5, 0.5, 3, 30);
    for (int k = 0; k < flow.samples(); k++) {
      double squared = 1 / (1 + 3 * Math.exp(-2 * flow.time(k)));
      // H = ((s^2, 2 s^2 - 1), (2 s^2 - 1, s^2))
      double lambda = squared + Math.abs(2 * squared - 1);
      assertEquals(lambda, flow.sharpness(k), 2e-5, "sample " + k);
    }
  }

  /** On a quadratic lambda is 4 for ever: eta 0.5 is the last that is stable, at any horizon. */
  @Test
  void quadraticIsStableUpToTwoOverLambda() {
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    GradientFlow flow =
        GradientFlow.of(mirrored, Parameters.of(LINE, 1, 0), Loss.HALF_MSE, 10, 5).orElseThrow();
    assertEquals(OptionalDouble.empty(), flow.onsetTime(0.5));
    assertEquals(OptionalLong.empty(), flow.onsetStep(0.5));
    assertEquals(OptionalDouble.of(0), flow.onsetTime(0.51));
    assertEquals(OptionalLong.of(0), flow.onsetStep(0.51));
    assertEquals(OptionalDouble.of(0.5), flow.criticalEta(1));
    assertEquals(OptionalDouble.of(0.5), flow.criticalEta(19));
    // eta T = 10.5 lies beyond the horizon
    assertEquals(OptionalDouble.empty(), flow.criticalEta(21));
  }

  /** Where lambda rises, the critical eta of T steps is the one whose onset is at tau = eta T. */
  @ParameterizedTest
  @CsvSource({"1", "3", "10", "30"})
  void criticalEtaIsWhereTheOnsetMeetsTheHorizon(long steps) {
    GradientFlow flow = product(1.5, 0.1, 30, 200);
    double critical = flow.criticalEta(steps).orElseThrow();
    assertEquals(
        OptionalDouble.empty(), before(flow.onsetTime(critical * (1 - 1e-9)), steps * critical));
    assertTrue(
        before(flow.onsetTime(critical * (1 + 1e-9)), steps * critical * (1 + 1e-6)).isPresent());
  }

  private static OptionalDouble before(OptionalDouble onset, double time) {
    return onset.isPresent() && onset.getAsDouble() <= time ? onset : OptionalDouble.empty();
  }

  @Test
  void onsetStepIsTheFirstAtOrBehindTheOnset() {
    GradientFlow flow = product(1.5, 0.1, 30, 200);
    double eta = 0.7;
    double time = flow.onsetTime(eta).orElseThrow();
    long step = flow.onsetStep(eta).orElseThrow();
    assertTrue(time > 0);
    assertTrue(eta * step >= time && eta * (step - 1) < time);
  }

  @Test
  void flowEndsWhereSharpnessIsUnknown() {
    Parameters infinite = Parameters.of(LINE, Double.POSITIVE_INFINITY, 0);
    assertEquals(Optional.empty(), GradientFlow.of(Galaxies.one(), infinite, Loss.HALF_MSE, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientFlow.of(Galaxies.one(), Parameters.zeros(LINE), Loss.HALF_MSE, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientFlow.of(Galaxies.one(), Parameters.zeros(LINE), Loss.HALF_MSE, 1, 0));
  }

  /** At lambda = 4, steps of 1/16 reach tau = 12,500, and no further sample. */
  @Test
  void flowEndsWhereItTakesTooLong() {
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    Parameters start = Parameters.of(LINE, 1, 0);
    GradientFlow flow = GradientFlow.of(mirrored, start, Loss.HALF_MSE, 20_000, 10).orElseThrow();
    assertEquals(0.49 * 20_000, flow.end(), 1e-9);
    assertEquals(8, flow.samples());
    GradientFlow stuck =
        GradientFlow.of(mirrored, start, Loss.HALF_MSE, Double.MAX_VALUE, 1).orElseThrow();
    assertEquals(0.0, stuck.end());
  }

  private static GradientFlow product(double x, double y, double horizon, int samples) {
    Dataset point = Galaxies.points(new double[] {1}, new double[] {1});
    return GradientFlow.of(point, Parameters.of(PRODUCT, x, y), Loss.HALF_MSE, horizon, samples)
        .orElseThrow();
  }

  /** The largest eta without a certified increase in 400 steps, of a bracket, by bisection. */
  private static double criticalEta(Parameters initial, double descends, double rises) {
    double low = descends;
    double high = rises;
    while (high - low > 1e-5) {
      double middle = (low + high) / 2;
      TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(middle), 400);
      Diagnosis.Recorder judge =
          new Diagnosis.Recorder(initial.architecture(), Galaxies.all(), training, false);
      Trainer.train(Galaxies.all(), initial, training, judge);
      if (judge.diagnosis().increases() == 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
