package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Trace;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class SharpnessCurveTest {
  private static final RunSpec RUN = Galaxies.run(Galaxies.one(), 3245, 0.1, 10);

  @Test
  void choiceSaysWhichSteps() {
    assertEquals(List.of(), steps(RUN, new SharpnessSteps.None()));
    assertEquals(List.of(0, 9), steps(RUN, new SharpnessSteps.Ends()));
    assertEquals(List.of(0, 4, 8, 9), steps(RUN, new SharpnessSteps.Every(4)));
    assertEquals(List.of(0, 3, 6, 9), steps(RUN, new SharpnessSteps.Every(3)));
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), steps(RUN, new SharpnessSteps.Every(1)));
    RunSpec single = Galaxies.run(Galaxies.one(), 3245, 0.1, 1);
    assertEquals(List.of(0), steps(single, new SharpnessSteps.Ends()));
    assertThrows(IllegalArgumentException.class, () -> new SharpnessSteps.Every(0));
  }

  /** The last step is the last recorded one, also of a run that ends early. */
  @Test
  void endIsWhereTheRunEnds() {
    TrainingSpec training =
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.1), 10).withLossBelow(1e-3);
    RunSpec stopped =
        new RunSpec(RUN.data(), RUN.architecture(), RUN.initialization(), 3245, training);
    int last = stopped.trace().steps().size() - 1;
    assertEquals(List.of(0, last), steps(stopped, new SharpnessSteps.Ends()));
    assertTrue(last > 1 && last < 9);
  }

  @Test
  void eachSampleIsThatOfItsStep() {
    Sharpness sharpness = Sharpness.of(RUN.architecture(), RUN.data(), Loss.HALF_MSE);
    List<Trace.Snapshot> steps = RUN.trace().steps();
    SharpnessCurve curve = curve(RUN, new SharpnessSteps.Every(2));
    assertEquals(
        5.55524991585219, curve.samples().get(0).curvature().sharpness().orElseThrow(), 1e-13);
    assertEquals(6, curve.samples().size());
    for (SharpnessCurve.Sample sample : curve.samples()) {
      Trace.Snapshot step = steps.get(sample.step());
      assertEquals(sharpness.at(step.parameters(), step.gradient()), sample.curvature());
    }
  }

  private static List<Integer> steps(RunSpec run, SharpnessSteps steps) {
    return curve(run, steps).samples().stream().map(SharpnessCurve.Sample::step).toList();
  }

  private static SharpnessCurve curve(RunSpec run, SharpnessSteps steps) {
    SharpnessCurve.Recorder recorder =
        new SharpnessCurve.Recorder(steps, run.architecture(), run.data(), run.training().loss());
    run.train(recorder);
    assertEquals(recorder.curve(), recorder.curve());
    return recorder.curve();
  }
}
