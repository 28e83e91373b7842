package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.run.RunSpec;
import org.junit.jupiter.api.Test;

final class TraceTest {
  private static final RunSpec RUN = Galaxies.run(Galaxies.one(), 3245, 0.1, 10);

  @Test
  void keepsWhatEachStepHeld() {
    List<double[]> outputs = new ArrayList<>();
    LossCurve.Recorder losses = new LossCurve.Recorder(10);
    Trace.Recorder recorder = new Trace.Recorder();
    RUN.train(losses.and(recorder).and(step -> outputs.add(step.network().activations(1).clone())));

    List<Trace.Snapshot> steps = recorder.trace().steps();
    for (int t = 0; t < 10; t++) {
      assertEquals(losses.curve().at(t), steps.get(t).loss());
      assertArrayEquals(outputs.get(t), steps.get(t).activations().get(1));
    }
  }

  @Test
  void isTheSameEveryTime() {
    Trace one = RUN.trace();
    Trace other = RUN.trace();
    for (int t = 0; t < 10; t++) {
      assertEquals(one.steps().get(t).parameters(), other.steps().get(t).parameters());
      assertEquals(one.steps().get(t).gradient(), other.steps().get(t).gradient());
    }
  }
}
