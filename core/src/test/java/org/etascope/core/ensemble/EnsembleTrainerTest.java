package org.etascope.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scalar trainer is the oracle: every bit of every run has to be its. */
final class EnsembleTrainerTest {
  private static final int SWEEPS_A_CASE = 25;

  static LongStream cases() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "sweeps from seed {0}")
  @MethodSource("cases")
  void runsHaveEveryBitOfTheScalarTrainer(long seed) {
    RandomRuns runs = new RandomRuns(seed);
    for (int k = 0; k < SWEEPS_A_CASE; k++) {
      assertSameAsScalar(runs.sweep(), k % 5 == 0);
      assertSameAsScalar(runs.sweepOfOneHiddenReluLayer(), k % 5 == 0);
      assertSameAsScalar(runs.sweepOfOneHiddenLayer(), k % 5 == 0);
    }
  }

  private static void assertSameAsScalar(List<RunSpec> runs, boolean explained) {
    RunResult[] results = new RunResult[runs.size()];
    new EnsembleTrainer(runs.get(0), explained)
        .train(runs, () -> false, (result, place) -> results[place] = result);
    for (int k = 0; k < results.length; k++) {
      assertEquals(
          RunResult.of(runs.get(k), Backpropagation::new, explained), results[k], "run " + k);
    }
  }
}
