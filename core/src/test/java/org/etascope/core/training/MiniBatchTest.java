package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.run.Holdout;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.junit.jupiter.api.Test;

/** Mini-batches, stops and validation; what batches do to parameters is in TrajectoryTest. */
final class MiniBatchTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final TrainingSpec PLAIN =
      new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.1), 10);

  /** The points (x, 2 x + 1) for x = 0, 0.1, ... */
  private static Dataset line(int points) {
    double[] x = IntStream.range(0, points).mapToDouble(p -> p / 10.0).toArray();
    double[] y = IntStream.range(0, points).mapToDouble(p -> 2 * (p / 10.0) + 1).toArray();
    return Galaxies.points(x, y);
  }

  private static RunSpec run(TrainingSpec training, Optional<Dataset> validation) {
    return new RunSpec(line(7), LINE, Initialization.UNIFORM, 3, training, validation);
  }

  private static Trained outcome(RunSpec run) {
    return (Trained) RunResult.of(run).outcome();
  }

  /** 7 points in batches of 3 are 3 updates an epoch: 10 updates begin epochs 0 to 3. */
  @Test
  void rowsAreEpochsAndStepsAreUpdates() {
    assertEquals(4, outcome(run(PLAIN.withBatch(3), Optional.empty())).losses().steps());
    assertEquals(10, outcome(run(PLAIN, Optional.empty())).losses().steps());
    assertEquals(3, PLAIN.withBatch(3).updatesARow(7));
    assertEquals(1, PLAIN.withBatch(7).updatesARow(7));
  }

  @Test
  void everyEpochTakesEachPointOnce() {
    MiniBatches batches = new MiniBatches(line(7), 3, new NumpyRandom(5));
    for (int epoch = 0; epoch < 20; epoch++) {
      List<Dataset> parts = batches.nextEpoch();
      assertEquals(List.of(3, 3, 1), parts.stream().map(Dataset::points).toList());
      double[] seen =
          parts.stream()
              .flatMapToDouble(part -> Arrays.stream(part.featureValues()))
              .sorted()
              .toArray();
      assertArrayEquals(line(7).featureValues(), seen);
    }
  }

  @Test
  void aRunWithBatchesRepeatsBitForBit() {
    RunSpec run = run(PLAIN.withBatch(2), Optional.empty());
    assertEquals(outcome(run), outcome(run));
  }

  @Test
  void theIdentityOfARunKnowsItsTraining() {
    Dataset held = line(2);
    long ids =
        List.of(
                run(PLAIN, Optional.empty()),
                run(PLAIN.withBatch(2), Optional.empty()),
                run(PLAIN.withLossBelow(1e-3), Optional.empty()),
                run(PLAIN.withClipNorm(1), Optional.empty()),
                run(PLAIN.withWeightDecay(0.1), Optional.empty()),
                run(PLAIN.withSchedule(new Schedule.Exponential(0.9)), Optional.empty()),
                run(PLAIN.withSchedule(new Schedule.Exponential(0.8)), Optional.empty()),
                run(PLAIN.withOptimizer(new Momentum(0.1, 0.9)), Optional.empty()),
                run(PLAIN.withOptimizer(new Nesterov(0.1, 0.9)), Optional.empty()),
                run(PLAIN, Optional.of(held)))
            .stream()
            .map(RunSpec::id)
            .distinct()
            .count();
    assertEquals(10, ids);
  }

  @Test
  void stopsAtTheFirstRecordedLossBelowTheBound() {
    LossCurve whole = outcome(run(PLAIN, Optional.empty())).losses();
    LossCurve stopped =
        outcome(run(PLAIN.withLossBelow(Math.nextUp(whole.at(4))), Optional.empty())).losses();
    assertEquals(5, stopped.steps());
    assertEquals(whole.at(4), stopped.last());
  }

  @Test
  void validationIsTheLossOnTheOtherPointsAtEveryRow() {
    Trained trained = outcome(run(PLAIN, Optional.of(line(7))));
    assertEquals(Optional.of(trained.losses()), trained.validation());
    Trained without = outcome(run(PLAIN, Optional.empty()));
    assertEquals(without.losses(), trained.losses());
    assertTrue(without.validation().isEmpty());
  }

  /** numpy.random.seed(42), permutation(10) begins 8, 1, 5. */
  @Test
  void holdingOutFollowsTheSeed() {
    Holdout holdout = Holdout.of(line(10), 0.3, 42);
    assertEquals(line(10).select(1, 5, 8).sha256(), holdout.validation().sha256());
    assertEquals(line(10).select(0, 2, 3, 4, 6, 7, 9).sha256(), holdout.training().sha256());
  }

  @Test
  void batchesNeedAStreamOfRandomNumbers() {
    RunSpec run = run(PLAIN.withBatch(2), Optional.empty());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Trainer.train(
                run.data(), run.initialization().parameters(LINE, 0), run.training(), step -> {}));
    assertFalse(run.training().isGradientDescent());
  }
}
