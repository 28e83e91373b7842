package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class RunIdTest {
  private static final RunSpec RUN = Galaxies.run(Galaxies.one(), 3245, 0.1, 10);

  /** Computed by Python's hashlib from the canonical text. */
  @Test
  void staysWhatItWas() {
    assertEquals("4bbf9e3c8df399ab", RUN.id().toString());
    assertEquals(RUN.id(), Galaxies.run(Galaxies.one(), 3245, 0.1, 10).id());
  }

  @Test
  void changesWithEverythingThatDeterminesARun() {
    Architecture wider =
        new Architecture(List.of(1, 6, 1), List.of(Activation.RELU, Activation.RELU));
    Architecture smoother =
        new Architecture(List.of(1, 5, 1), List.of(Activation.TANH, Activation.RELU));
    Dataset other = Galaxies.points(new double[] {0.949}, new double[] {0.4});
    long ids =
        Stream.of(
                RUN,
                Galaxies.run(other, 3245, 0.1, 10),
                Galaxies.run(Galaxies.one(), 3246, 0.1, 10),
                Galaxies.run(Galaxies.one(), 3245, Math.nextUp(0.1), 10),
                Galaxies.run(Galaxies.one(), 3245, 0.1, 11),
                with(wider, Initialization.UNIFORM),
                with(smoother, Initialization.UNIFORM),
                with(Galaxies.NETWORK, Initialization.ZEROS))
            .map(RunSpec::id)
            .distinct()
            .count();
    assertEquals(8, ids);
  }

  @Test
  void leavesTheNamesOfColumnsOut() {
    Dataset renamed =
        Dataset.of(
            List.of("x"), List.of("y"), new double[][] {{0.949}}, new double[][] {{0.402109523}});
    assertEquals(RUN.id(), Galaxies.run(renamed, 3245, 0.1, 10).id());
  }

  private static RunSpec with(Architecture architecture, Initialization initialization) {
    return new RunSpec(
        Galaxies.one(),
        architecture,
        initialization,
        3245,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.1), 10));
  }
}
