package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.ConstantWeights;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Huber;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class RunIdTest {
  private static final RunSpec RUN = Galaxies.run(Galaxies.one(), 3245, 0.1, 10);

  /** Computed by Python's hashlib from the canonical text. */
  @Test
  void staysWhatItWas() {
    assertEquals("e45408c25ff7e11f", RUN.id().toString());
    assertEquals(RUN.id(), Galaxies.run(Galaxies.one(), 3245, 0.1, 10).id());
  }

  /** Computed by Python's hashlib from the canonical texts. */
  @Test
  void staysWhatItWasWithWhateverMakesATrainingLessPlain() {
    RunSpec everything =
        new RunSpec(
            Galaxies.one(),
            new Architecture(
                List.of(1, 2, 3, 1),
                List.of(new LeakyRelu(0.125), Activation.GELU, Activation.RELU),
                false),
            new ConstantWeights(0.5),
            4294967295L,
            new TrainingSpec(new Huber(0.25), new Adam(0.1, 0.9, 0.99, 1e-6), 12)
                .withSchedule(new Schedule.Warmup(3, new Schedule.Step(4, 0.5)))
                .withWeightDecay(1e-4)
                .withClipNorm(2)
                .withBatch(1)
                .withLossBelow(1e-9),
            Optional.of(Galaxies.points(new double[] {0.188}, new double[] {0.25})));
    RunSpec given =
        new RunSpec(
            Galaxies.one(),
            new Architecture(List.of(1, 1), List.of(Activation.RELU)),
            new GivenParameters(List.of(0.5, -0.0)),
            0,
            new TrainingSpec(Loss.HALF_MSE, new RmsProp(0.1, 0.99, 1e-8), 1)
                .withSchedule(new Schedule.Cosine(0.01)));
    assertEquals("b63ad07c09887856", everything.id().toString());
    assertEquals("060efb0060944adf", given.id().toString());
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

  /** Each differs from the plain run in one of the objects that the others share. */
  @Test
  void isTheSameWhateverRunsItIsComputedAmong() {
    Dataset data = RUN.data();
    Dataset other = Galaxies.points(new double[] {0.949}, new double[] {0.4});
    Architecture network = RUN.architecture();
    Architecture small = new Architecture(List.of(1, 1), List.of(Activation.RELU));
    TrainingSpec training = RUN.training();
    TrainingSpec longer = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.1), 11);
    Initialization uniform = Initialization.UNIFORM;
    Initialization zeros = Initialization.ZEROS;
    List<RunSpec> runs =
        List.of(
            new RunSpec(data, network, uniform, 7, training),
            new RunSpec(data, network, uniform, 4294967295L, training),
            new RunSpec(other, network, uniform, 7, training),
            new RunSpec(data, small, uniform, 7, training),
            new RunSpec(data, network, zeros, 7, training),
            new RunSpec(data, network, uniform, 7, longer),
            new RunSpec(data, network, uniform, 7, training, Optional.of(other)),
            new RunSpec(data, network, uniform, 7, training, Optional.of(data)));
    RunIds ids = new RunIds();
    new SplittableRandom(1)
        .ints(1000, 0, runs.size())
        .mapToObj(runs::get)
        .forEach(run -> assertEquals(RunId.of(run), ids.of(run)));
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
