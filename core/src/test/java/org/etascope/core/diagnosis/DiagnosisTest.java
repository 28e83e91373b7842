package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));

  @Test
  void aDescentHasNothingToReport() {
    assertEquals(
        new Diagnosis(0, 0, 0, Optional.empty(), OptionalDouble.empty(), 0, 1, 0, false),
        diagnosis(Galaxies.run(Galaxies.one(), 3245, 0.1, 10)));
  }

  @Test
  void countsEachCauseAndKeepsTheFirstIncrease() {
    Diagnosis diagnosis = diagnosis(Galaxies.run(Galaxies.one(), 3245, 0.6, 10));
    LossIncrease first = diagnosis.first().orElseThrow();
    assertEquals(1, first.step());
    assertEquals(Cause.CURVATURE, first.cause());
    assertEquals(0.04027547484053195, first.before(), 1e-16);
    assertEquals(0.844, first.relative(), 5e-4);
    assertEquals(first.relative(), diagnosis.maxRelativeIncrease().orElseThrow());
    assertEquals(1 + first.relative(), diagnosis.drawdown(), 1e-15);
    assertEquals(1, diagnosis.increases());
    assertEquals(3, diagnosis.deadNeurons());
  }

  /** On 71 points 487 of 3000 steps rise by no more than 12 ulp: none of that can be certified. */
  @Test
  void roundingIsNoIncrease() {
    Diagnosis diagnosis = diagnosis(Galaxies.run(Galaxies.all(), 3245, 0.1, 3000));
    assertEquals(487, diagnosis.naiveIncreases());
    assertEquals(0, diagnosis.increases());
    assertEquals(1.0, diagnosis.drawdown(), 12 * 0x1p-52);
  }

  @Test
  void overflowIsAnIncreaseByCurvature() {
    Diagnosis diagnosis = diagnosis(1e200, 10, 1);
    LossIncrease first = diagnosis.first().orElseThrow();
    assertEquals(1, diagnosis.naiveIncreases());
    assertEquals(1, diagnosis.curvatureIncreases());
    assertEquals(Double.POSITIVE_INFINITY, first.after());
    assertEquals(Double.POSITIVE_INFINITY, diagnosis.drawdown());
    assertEquals(
        "eta = 1e200, step 0 to 1: loss 2.00000 to infinity. sharpness 4.000 against 2/eta ="
            + " 2.000e-200. Curvature: the activations have no kinks.",
        first.evidence().orElseThrow());
  }

  @Test
  void risesFromZeroAreInfinitelyLarge() {
    assertEquals(
        Double.POSITIVE_INFINITY,
        new LossIncrease(1, 0, 1e-30, Cause.KINK, Optional.empty()).relative());
    assertEquals(
        Double.POSITIVE_INFINITY,
        new LossIncrease(1, 1, Double.NaN, Cause.CURVATURE, Optional.empty()).relative());
  }

  @Test
  void aNetworkThatFitsStaysAtZero() {
    Diagnosis diagnosis = diagnosis(0.1, 10, 0);
    assertEquals(0, diagnosis.naiveIncreases());
    assertEquals(1.0, diagnosis.drawdown());
  }

  @Test
  void deadNeuronsAreCountedApartFromDeadOutputs() {
    Diagnosis diagnosis = diagnosis(Galaxies.run(Galaxies.one(), 0, 0.6, 10));
    assertTrue(diagnosis.dead());
    Diagnosis alive = diagnosis(Galaxies.run(Galaxies.one(), 3245, 0.6, 10));
    assertFalse(alive.dead());
    assertEquals(3, alive.deadNeurons());
  }

  private static Diagnosis diagnosis(RunSpec run) {
    Diagnosis.Recorder recorder =
        new Diagnosis.Recorder(run.architecture(), run.data(), run.training(), true);
    run.train(recorder);
    return recorder.diagnosis();
  }

  /** L = 1/2 (4 w^2 + b^2) from (w, 0). */
  private static Diagnosis diagnosis(double eta, int steps, double w) {
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
    Diagnosis.Recorder recorder = new Diagnosis.Recorder(LINE, mirrored, training, true);
    Trainer.train(mirrored, Parameters.of(LINE, w, 0), training, recorder);
    return recorder.diagnosis();
  }
}
