package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class RunResultTest {
  @Test
  void aRunWhoseLossNeverRisesIsMonotone() {
    assertEquals(Fate.MONOTONE, RunResult.of(Galaxies.run(Galaxies.one(), 3245, 0.1, 10)).fate());
  }

  @Test
  void aRunWhoseLossRisesIsNot() {
    assertEquals(
        Fate.NON_MONOTONE, RunResult.of(Galaxies.run(Galaxies.one(), 3245, 0.6, 10)).fate());
  }

  /** O7. */
  @Test
  void aRunWhoseOutputDiesIsDeadThoughItsLossNeverRises() {
    assertEquals(Fate.DEAD, RunResult.of(Galaxies.run(Galaxies.one(), 0, 0.6, 10)).fate());
  }

  @Test
  void aRunWhoseLossOverflowsDivergedThoughItsLossRose() {
    RunSpec run =
        new RunSpec(
            Galaxies.one(),
            new Architecture(List.of(1, 5, 1), List.of(Activation.IDENTITY, Activation.IDENTITY)),
            Initialization.UNIFORM,
            1,
            new TrainingSpec(Loss.HALF_MSE, new GradientDescent(100), 1000));
    assertEquals(Fate.DIVERGED, RunResult.of(run).fate());
  }

  @Test
  void aRunThatBrokeHasFailed() {
    RunSpec run = Galaxies.run(Galaxies.one(), 3245, 0.1, 10);
    assertEquals(Fate.FAILED, new RunResult(run, new RunResult.Failed("out of memory")).fate());
  }
}
