package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Step;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;

final class IncreaseJudgeTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final Dataset POINT =
      Dataset.of(List.of("x"), List.of("y"), new double[][] {{1}}, new double[][] {{0}});

  private static Step step(int index, double weight, double loss) {
    Parameters theta = Parameters.of(LINE, weight, 0);
    Backpropagation network = new Backpropagation(LINE, POINT, Loss.HALF_MSE);
    double computed = network.forward(theta);
    Parameters gradient = Parameters.zeros(LINE);
    network.backward(theta, gradient);
    return new Step(index, Double.isNaN(loss) ? computed : loss, theta, gradient, network);
  }

  private static Cause cause(double weightBefore, double weightAfter) {
    TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.1), 2);
    IncreaseJudge judge = new IncreaseJudge(LINE, POINT, training.loss());
    Step overflowed = step(1, weightAfter, Double.POSITIVE_INFINITY);
    return judge.judge(step(0, weightBefore, Double.NaN), overflowed).orElseThrow().cause();
  }

  /** With frozen masks the loss is w^2 / 2, from 0.5 to 5e19: kinks cannot be to blame. */
  @Test
  void anOverflowBeyondAFrozenLossThatRoseIsCurvature() {
    assertEquals(Cause.CURVATURE, cause(1, 1e10));
  }

  @Test
  void anOverflowBeyondAFrozenLossThatFellIsKink() {
    assertEquals(Cause.KINK, cause(1, 0.5));
  }
}
