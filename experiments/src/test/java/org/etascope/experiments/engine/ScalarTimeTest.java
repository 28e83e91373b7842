package org.etascope.experiments.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.etascope.core.data.Dataset;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.experiments.plan.SweepPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalarTimeTest {
  /**
   * A run of 20 steps with 13 parameters on 2 points is taken for 10,000 + 20 (200 + 13 x 2) =
   * 14,520 ns, with 2 neurons, 7 parameters, for 14,280.
   */
  @ParameterizedTest(name = "ordinals {0} to {1} take {2} ns: {3}")
  @CsvSource({
    "0, 0, 14520, true",
    "0, 0, 14521, false",
    "1, 1, 14280, true",
    "1, 1, 14281, false",
    "0, 3, 57600, true",
    "0, 3, 57601, false",
  })
  void runsAddUpByStepsParametersAndPoints(int first, int last, double nanoseconds, boolean atLeast)
      throws ConfigException {
    String config =
        """
        name: work
        data: {points: [[0.2, 0.1], [0.5, 0.4]]}
        network: {hidden: [4]}
        training: {steps: 20}
        sweep: {eta: 0.1, seeds: [1, 2], neurons: [4, 2]}
        """;
    Dataset data =
        Dataset.of(
            List.of("x"), List.of("y"), new double[][] {{0.2, 0.5}}, new double[][] {{0.1, 0.4}});
    SweepPlan plan = SweepPlan.of(SweepYaml.parse(config, "work.yaml"), data, Optional.empty());
    BitSet missing = new BitSet();
    missing.set(first, last + 1);
    assertEquals(atLeast, ScalarTime.isAtLeast(nanoseconds, plan, missing));
  }
}
