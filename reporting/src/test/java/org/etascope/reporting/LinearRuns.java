package org.etascope.reporting;

import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.summary.SweepRun;

/**
 * Runs on L = 2 w^2 + b^2 / 2, the loss of w x + b on the points (2, 0) and (-2, 0): the sharpness
 * is 4 everywhere, so that gradient descent from w = 1, b = 0 rises exactly where eta > 1/2.
 */
public final class LinearRuns {
  private static final Dataset POINTS =
      Dataset.of(List.of("x"), List.of("y"), new double[][] {{2, -2}}, new double[][] {{0, 0}});

  private LinearRuns() {}

  /** Returns a run of gradient descent; runs of one seed are alike in everything but eta. */
  public static SweepRun run(String name, double eta, int seed, int steps) {
    return run(name, seed, new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps));
  }

  /** Returns a run that is trained in some way; those of one seed share their conditions. */
  public static SweepRun run(String name, int seed, TrainingSpec training) {
    return new SweepRun(
        name,
        seed,
        List.of(),
        RunResult.of(
            new RunSpec(
                POINTS,
                new Architecture(List.of(1, 1), List.of(Activation.IDENTITY)),
                new GivenParameters(List.of(1.0, 0.0)),
                seed,
                training)));
  }
}
