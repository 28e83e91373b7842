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

final class TraceDiagnosisTest {
  @Test
  void saysWhatTheDiagnosisOfEveryRunSays() {
    RunSpec run = Galaxies.run(Galaxies.all(), 6, 0.3, 200);
    Diagnosis.Recorder cheap =
        new Diagnosis.Recorder(run.architecture(), run.data(), run.training(), true);
    TraceDiagnosis.Recorder close =
        new TraceDiagnosis.Recorder(run.architecture(), run.data(), run.training());
    run.train(cheap.and(close));
    Diagnosis diagnosis = cheap.diagnosis();
    List<StepDiagnostics> steps = close.diagnosis().steps();

    assertEquals(200, steps.size());
    assertEquals(
        diagnosis.naiveIncreases(), steps.stream().filter(StepDiagnostics::naiveIncrease).count());
    assertEquals(
        diagnosis.kinkIncreases(),
        steps.stream().filter(step -> step.cause().equals(Optional.of(Cause.KINK))).count());
    LossIncrease first = diagnosis.first().orElseThrow();
    assertEquals(first, steps.get(first.step()).evidence().orElseThrow().increase());
  }

  /**
   * |g| = |4 w| with w = 1, -0.5 at eta 3/8: on a parabola gradients point one way or the other.
   */
  @Test
  void describesEachStepOfAParabola() {
    List<StepDiagnostics> steps = parabola(0.375, 3).steps();
    assertEquals(4.0, steps.get(0).gradientNorm());
    assertEquals(2.0, steps.get(1).gradientNorm());
    assertEquals(OptionalDouble.empty(), steps.get(0).gradientCosine());
    assertEquals(OptionalDouble.of(-1), steps.get(1).gradientCosine());
    assertEquals(Optional.empty(), steps.get(0).pathCurvature());
    PathCurvature curvature = steps.get(1).pathCurvature().orElseThrow();
    assertEquals(4, curvature.kappa(), 1e-14);
    assertEquals(1.5, curvature.etaKappa(), 1e-14);
    assertEquals(-0.25, curvature.relativeProgress(), 1e-14);
  }

  @Test
  void leavesOutWhatAZeroGradientCannotTell() {
    List<StepDiagnostics> steps = parabola(0.25, 3).steps();
    assertEquals(0.0, steps.get(1).gradientNorm());
    assertEquals(OptionalDouble.empty(), steps.get(1).gradientCosine());
    assertEquals(Optional.empty(), steps.get(2).pathCurvature());
  }

  @Test
  void leavesOutPathCurvatureThatRoundingBlurs() {
    List<StepDiagnostics> steps = trace(Galaxies.run(Galaxies.one(), 3245, 0.1, 300)).steps();
    assertTrue(steps.get(1).pathCurvature().isPresent());
    assertEquals(Optional.empty(), steps.get(299).pathCurvature());
  }

  /**
   * Neurons 1, 4 and 5 of the published network go off in the first step at eta 0.6 and stay so.
   */
  @Test
  void tellsSinceWhenNeuronsAreDead() {
    TraceDiagnosis diagnosis = trace(Galaxies.run(Galaxies.one(), 3245, 0.6, 10));
    assertEquals(
        List.of(new DeadNeuron(0, 0, 1), new DeadNeuron(0, 3, 1), new DeadNeuron(0, 4, 1)),
        diagnosis.deadNeurons());
    assertEquals(5, diagnosis.steps().get(0).activeNeurons());
    assertEquals(2, diagnosis.steps().get(1).activeNeurons());
  }

  /**
   * yhat = relu(w + b) from (2, 0) on the point (1, 1), loss 1/2, both gradients 1. At eta 1.6 the
   * output would go to -1.2 and the loss to 2.42; the ReLU stops it at 0 and the loss at 1/2.
   */
  @Test
  void aKinkCanRescueAStep() {
    Architecture relu = new Architecture(List.of(1, 1), List.of(Activation.RELU));
    Dataset data = Galaxies.points(new double[] {1}, new double[] {1});
    TraceDiagnosis diagnosis = trace(data, Parameters.of(relu, 2, 0), 1.6, 2);
    StepDiagnostics step = diagnosis.steps().get(1);
    assertTrue(step.rescued());
    assertFalse(step.naiveIncrease());
    assertEquals(Optional.empty(), step.cause());
  }

  @Test
  void keepsTheLastStepOfARunThatOverflows() {
    TraceDiagnosis diagnosis = parabola(1e200, 5);
    StepDiagnostics last = diagnosis.steps().get(1);
    assertEquals(2, diagnosis.steps().size());
    assertTrue(last.increase());
    assertEquals(Optional.empty(), last.kinkBudget());
    assertEquals(Optional.empty(), last.pathCurvature());
  }

  /** L = 1/2 (4 w^2 + b^2) from (1, 0). */
  private static TraceDiagnosis parabola(double eta, int steps) {
    Architecture line = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    return trace(mirrored, Parameters.of(line, 1, 0), eta, steps);
  }

  private static TraceDiagnosis trace(Dataset data, Parameters initial, double eta, int steps) {
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
    TraceDiagnosis.Recorder recorder =
        new TraceDiagnosis.Recorder(initial.architecture(), data, training);
    Trainer.train(data, initial, training, recorder);
    return recorder.diagnosis();
  }

  private static TraceDiagnosis trace(RunSpec run) {
    TraceDiagnosis.Recorder recorder =
        new TraceDiagnosis.Recorder(run.architecture(), run.data(), run.training());
    run.train(recorder);
    return recorder.diagnosis();
  }
}
