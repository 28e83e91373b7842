package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunSampleTest {
  /** Run k of an eta ends at the loss eta + k; the first 2, 3, 4 runs of the etas rise before. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void runsOfEtasInAnyOrderAreKeptApart(long seed) {
    List<SweepRun> runs = new ArrayList<>();
    for (int eta = 1; eta <= 3; eta++) {
      for (int k = 0; k < 5; k++) {
        double middle = k <= eta ? 90 : 70;
        runs.add(Sweeps.run(eta + "-" + k, eta, k, 80, middle, eta + k));
      }
    }
    Collections.shuffle(runs, new Random(seed));
    Sweep sweep = Sweeps.of(runs.toArray(SweepRun[]::new));

    RunSample sample = new RunSample(sweep, SweepSummary.of(sweep));
    runs.forEach(sample::add);

    assertEquals(List.of(1.0, 2.0, 3.0), List.copyOf(sample.losses().keySet()));
    assertEquals(
        List.of(2, 3, 4), sample.losses().values().stream().map(LossSample::rising).toList());
    assertEquals(
        List.of(5L, 5L, 5L), sample.onsets().values().stream().map(OnsetSample::runs).toList());
    assertEquals(
        List.of(1.0, 2.0, 3.0), sample.best().stream().map(RunSample.Fit::finalLoss).toList());
    assertEquals(2, sample.lastStep());
  }
}
