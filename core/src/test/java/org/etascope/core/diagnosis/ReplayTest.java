package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

/** O1: L = 1/2 4 (x - 1/2)^2 from x = 1, where x - 1/2 is multiplied by 1 - 4 eta. */
final class ReplayTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY), false);
  private static final Dataset DATA = Galaxies.points(new double[] {2}, new double[] {1});

  private static Replay replay(TrainingSpec training) {
    return new Replay(
        LINE,
        DATA,
        training,
        training.steps(),
        recorder -> {
          Parameters unused = Trainer.train(DATA, Parameters.of(LINE, 1), training, recorder);
        });
  }

  private static TrainingSpec training(double eta, int steps) {
    return new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
  }

  /** x - 1/2 is 1/2 at first, and multiplied by -3/5 at every step. */
  @Test
  void returnsToChosenSteps() {
    assertEquals(
        List.of(0.5 + 0.5, 0.5 - 0.5 * 0.216),
        replay(training(0.4, 10)).thetas(0, 3).stream()
            .map(theta -> Math.rint(theta.values()[0] * 1e12) / 1e12)
            .toList());
  }

  /** lambda = 4, which is held against the eta in force. */
  @Test
  void aSecondLookKnowsTheEtaInForce() {
    TrainingSpec halving = training(0.4, 10).withSchedule(new Schedule.Exponential(0.5));
    IncreaseJudge judge = new IncreaseJudge(LINE, DATA, Loss.HALF_MSE);
    CloserLook look =
        new SecondLook(
            halving,
            judge,
            new KeptSteps(halving),
            9,
            () -> Parameters.zeros(LINE),
            replay(halving));
    EtaLambda etaLambda = look.etaLambda(0, 3, 9);
    assertEquals(0.4 * 4, etaLambda.value(0), 1e-12);
    assertEquals(0.05 * 4, etaLambda.value(1), 1e-12);
    assertTrue(etaLambda.isAbove(0, 1.59) && !etaLambda.isAbove(0, 1.61));
    assertTrue(etaLambda.isBelow(1, 0.21) && !etaLambda.isBelow(1, 0.19));
  }

  @Test
  void everyGradientTurnsRoundWhereXOvershoots() {
    assertEquals(new Reversals(9, 9, 0, true), replay(training(0.4, 20)).reversals());
    assertEquals(new Reversals(9, 0, 9, true), replay(training(0.2, 20)).reversals());
  }

  /** |2 x - 1| = 0.6^t is no more than u where t is 72 or more. */
  @Test
  void gradientsThatAreRoundingDoNotCount() {
    assertEquals(new Reversals(20, 0, 0, true), replay(training(0.4, 200)).reversals());
    assertEquals(new Reversals(20, 20, 0, true), replay(training(0.4, 60)).reversals());
  }
}
