package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.Trace;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judgements whose outcome is known from theory or from an independent computation, by number. */
final class KnownAnswersTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final Architecture PRODUCT =
      new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY));
  private static final double O2_CRITICAL_ETA = 1.840139047953583;
  private static final double O6_CRITICAL_ETA = 0.446423255124967;

  /** O1: L = 1/2 4 x^2 as points (2, 0), (-2, 0): critical at eta 1/2, where it stays at 2. */
  @Test
  void o1QuadraticRisesAboveTwoOverLambdaOnly() {
    assertEquals(0, quadratic(0.5, 1000).naiveIncreases());
    assertEquals(0, quadratic(0.499, 1000).increases());
    Diagnosis growing = quadratic(0.51, 1000);
    assertEquals(999, growing.curvatureIncreases());
    assertEquals(0, growing.kinkIncreases());
    assertEquals(0.0816, growing.maxRelativeIncrease().orElseThrow(), 1e-14);
    assertEquals(Math.pow(1.0816, 999), growing.drawdown(), 1e-11 * growing.drawdown());
  }

  /** O2: linear regression on all galaxies, from zero. */
  @ParameterizedTest
  @CsvSource({"0.9999,", "1.0001,29", "1.001,16"})
  void o2LinearRegressionFirstRisesAtItsKnownStep(double factor, Integer step) {
    Diagnosis diagnosis =
        diagnosis(Galaxies.all(), Parameters.zeros(LINE), factor * O2_CRITICAL_ETA, 3000);
    assertEquals(step, diagnosis.first().map(LossIncrease::step).orElse(null));
  }

  /** O2: the critical eta is 2 / lambda, and the optimum that of least squares. */
  @Test
  void o2LinearRegressionDescendsToItsOptimum() {
    Sharpness sharpness = Sharpness.of(LINE, Galaxies.all(), Loss.HALF_MSE);
    assertEquals(
        O2_CRITICAL_ETA, 2 / sharpness.largest(Parameters.zeros(LINE)).orElseThrow(), 1e-14);
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(1.8), 2000);
    LossCurve.Recorder curve = new LossCurve.Recorder(2000);
    Parameters optimum = Trainer.train(Galaxies.all(), Parameters.zeros(LINE), training, curve);
    assertEquals(0.8487387672, optimum.values()[0], 1e-10);
    assertEquals(0.0264699521, optimum.values()[1], 1e-10);
    assertEquals(0.003871783567596533, curve.curve().last(), 1e-16);
  }

  /** O5: the loss of one point from three numbers, whatever the width, while no mask changes. */
  @Test
  void o5ThreeNumbersTellTheLossOfOnePoint() {
    double x = 0.949;
    double y = 0.402109523;
    double eta = 0.1;
    Parameters theta = Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245);
    double c = x * x + 1;
    double s = 0;
    double t = 0;
    for (int j = 0; j < 5; j++) {
      double z = theta.get(Galaxies.NETWORK.weights(0), j, 0) * x;
      double w1 = theta.get(Galaxies.NETWORK.weights(1), 0, j);
      s += w1 * z;
      t += z * z + c * w1 * w1;
    }
    double r = s - y;
    for (Trace.Snapshot step : Galaxies.run(Galaxies.one(), 3245, eta, 10).trace().steps()) {
      assertEquals(r * r / 2, step.loss(), 2e-13 * step.loss());
      double nextR = r * (1 - eta * (t + 1) + eta * eta * r * c * s);
      double nextS = s - eta * r * t + eta * eta * r * r * c * s;
      double nextT = t - 4 * eta * r * c * s + eta * eta * r * r * c * t;
      r = nextR;
      s = nextS;
      t = nextT;
    }
  }

  /** O6: the true critical eta of the published network lies far above 2 / lambda_0. */
  @Test
  void o6PublishedNetworkRisesAboveItsCriticalEta() {
    Parameters initial = Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245);
    Sharpness sharpness = Sharpness.of(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    assertEquals(0.360020, 2 / sharpness.largest(initial).orElseThrow(), 5e-7);
    assertEquals(OptionalInt.empty(), firstIncrease(0.37, 2));
    assertEquals(OptionalInt.empty(), firstIncrease(O6_CRITICAL_ETA - 1e-13, 2));
    assertEquals(OptionalInt.of(1), firstIncrease(O6_CRITICAL_ETA + 1e-13, 2));
  }

  /** O7: seed 0 at eta 0.6 dies; its loss never rises, and yet nothing was learnt. */
  @Test
  void o7DeathIsNoIncrease() {
    Diagnosis diagnosis = galaxy(0, 0.6, 1000);
    assertTrue(diagnosis.dead());
    assertEquals(0, diagnosis.naiveIncreases());
    assertEquals(1.0, diagnosis.drawdown());
  }

  /** O8: one step from (2, 1) rises for eta in (1/2, 2) and above 5/2: it re-enters between. */
  @ParameterizedTest
  @CsvSource({
    "0.4999999999999, false",
    "0.5000000000001, true",
    "0.6, true",
    "1.9999999999999, true",
    "2.0000000000001, false",
    "2.4999999999999, false",
    "2.5000000000001, true"
  })
  void o8ProductRisesBetweenItsThresholds(double eta, boolean rises) {
    Diagnosis diagnosis = product(eta, 2);
    assertEquals(rises ? 1 : 0, diagnosis.increases());
  }

  /** O8: 2 / lambda_0 = 0.3416 tells nothing of the threshold, and eta 1.01 overflows. */
  @Test
  void o8ProductDefiesItsSharpness() {
    Sharpness sharpness = Sharpness.of(PRODUCT, mirrored(1), Loss.HALF_MSE);
    Parameters start = Parameters.of(PRODUCT, 2, 0, 1, 0);
    assertEquals(0.3416, 2 / sharpness.largest(start).orElseThrow(), 5e-5);
    assertEquals(0, product(0.49, 1000).increases());
    assertEquals(Double.POSITIVE_INFINITY, product(1.01, 100).drawdown());
  }

  /** O13: on all galaxies, seed 6, kinks make the loss chatter from a fixed training time on. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 59, 3.8e-4, 200",
    "0.1, 164, 1.3e-4, 600",
    "0.03, 507, 3.9e-5, 2000",
    "0.01, 1524, 1.3e-5, 6000"
  })
  void o13KinkChatterBeginsAtAFixedTrainingTime(
      double eta, int step, double largestRise, int steps) {
    RunSpec run = Galaxies.run(Galaxies.all(), 6, eta, steps);
    Diagnosis.Recorder recorder =
        new Diagnosis.Recorder(run.architecture(), run.data(), run.training(), true);
    run.train(recorder);
    Diagnosis diagnosis = recorder.diagnosis();
    assertEquals(step, diagnosis.first().orElseThrow().step(), 0.02 * step);
    assertEquals(largestRise, diagnosis.maxRelativeIncrease().orElseThrow(), 0.05 * largestRise);
    assertEquals(0, diagnosis.curvatureIncreases());
    assertTrue(diagnosis.kinkIncreases() > 10);
  }

  /** O14: what the rise of the published network at eta 0.6 is made of. */
  @Test
  void o14KinkBudgetOfThePublishedStep() {
    RunSpec run = Galaxies.run(Galaxies.one(), 3245, 0.6, 2);
    TraceDiagnosis.Recorder recorder =
        new TraceDiagnosis.Recorder(run.architecture(), run.data(), run.training());
    run.train(recorder);
    StepDiagnostics step = recorder.diagnosis().steps().get(1);
    KinkBudget budget = step.kinkBudget().orElseThrow();
    assertEquals(-0.260958, budget.descent(), 5e-7);
    assertEquals(0.317604, budget.curvature(), 5e-7);
    assertEquals(-0.022665, budget.kinks(), 5e-7);
    assertEquals(
        List.of(4, 0, 3),
        budget.shares().stream().map(share -> share.crossing().neuron()).toList());
    assertEquals(-0.000857, budget.shares().get(0).change(), 5e-7);
    assertEquals(-0.006621, budget.shares().get(1).change(), 5e-7);
    assertEquals(-0.015187, budget.shares().get(2).change(), 5e-7);
    assertFalse(step.rescued());
  }

  private static Diagnosis quadratic(double eta, int steps) {
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    return diagnosis(mirrored, Parameters.of(LINE, 1, 0), eta, steps);
  }

  /** L = 1/2 (1 - xy)^2 from (2, 1); the mirror image of the point keeps the biases at zero. */
  private static Diagnosis product(double eta, int steps) {
    return diagnosis(mirrored(1), Parameters.of(PRODUCT, 2, 0, 1, 0), eta, steps);
  }

  private static Dataset mirrored(double y) {
    return Galaxies.points(new double[] {1, -1}, new double[] {y, -y});
  }

  private static OptionalInt firstIncrease(double eta, int steps) {
    return galaxy(3245, eta, steps).first().stream().mapToInt(LossIncrease::step).findFirst();
  }

  private static Diagnosis galaxy(long seed, double eta, int steps) {
    Parameters initial = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
    return diagnosis(Galaxies.one(), initial, eta, steps);
  }

  private static Diagnosis diagnosis(Dataset data, Parameters initial, double eta, int steps) {
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
    Diagnosis.Recorder recorder =
        new Diagnosis.Recorder(initial.architecture(), data, training, true);
    Trainer.train(data, initial, training, recorder);
    return recorder.diagnosis();
  }
}
