package org.etascope.reporting.diff;

import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.LossLevel;
import org.etascope.reporting.summary.StepsToLevel;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.junit.jupiter.api.Test;

final class EtaComparisonTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void theLevelIsTwiceTheSmallestMedianFinalLoss() {
    EtaComparison comparison =
        compare(
            run("0", 0.1, 0, 8, 4),
            run("1", 0.2, 0, 8, 1),
            run("2", 0.2, 1, 8, 5),
            run("3", 0.3, 0, 8, INFINITY));

    assertEquals(Optional.of(new LossLevel(6, 0.2)), comparison.level());
  }

  @Test
  void stepsAreThoseOfTheFirstLossNoHigherThanTheLevel() {
    EtaComparison comparison =
        compare(
            run("0", 0.1, 0, 9, 2, 5, 1), run("1", 0.1, 1, 9, 8, 2, 1), run("2", 0.1, 2, 9, 8, 7));

    assertEquals(Optional.of(new LossLevel(2, 0.1)), comparison.level());
    assertEquals(Optional.of(new StepsToLevel(2, 3, 2)), comparison.etas().get(0).steps());
  }

  @Test
  void anEtaWithoutATrainedRunHasNoSteps() {
    EtaComparison comparison =
        compare(run("0", 0.1, 0, 9, 1), failedRun("1", 0.2, 0, "it broke"), run("2", 0.3, 0, 9, 1));

    assertEquals(Optional.empty(), comparison.etas().get(1).steps());
    assertEquals(Optional.of(new StepsToLevel(1, 1, 1)), comparison.etas().get(2).steps());
  }

  @Test
  void anEtaMostOfWhoseRunsNeverReachTheLevelHasAnInfiniteMedian() {
    EtaComparison comparison =
        compare(run("0", 0.1, 0, 9, 1), run("1", 0.2, 0, 9, 1), run("2", 0.2, 1, 9, 8));

    assertEquals(Optional.of(new StepsToLevel(1, 2, INFINITY)), comparison.etas().get(1).steps());
  }

  /**
   * Of six seeds all stop and end higher, p = 2 / 2^6 twice; of the next pair none changes; Holm
   * takes four times the smallest.
   */
  @Test
  void verdictsAreComparedOnTheSameSeedsOnly() {
    List<SweepRun> runs = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      runs.add(run("a" + seed, 0.1, seed, 2, 1));
      runs.add(run("b" + seed, 0.2, seed, 2, 3));
      runs.add(run("c" + seed, 0.3, seed, 2, 3));
    }
    runs.add(run("d", 0.2, 99, 2, 1));
    runs.add(failedRun("e", 0.1, 99, "broken"));

    List<ComparedEta> etas = compare(runs.toArray(SweepRun[]::new)).etas();

    assertTrue(etas.get(0).changes().isEmpty());
    assertEquals(Optional.of(new VerdictChanges(6, 6, 0, 0.125)), rounded(etas.get(1)));
    assertEquals(
        Optional.of(new LossChanges(6, 6, 0, 0.125)),
        etas.get(1).losses().map(change -> change.with(Math.rint(change.p() * 1e12) / 1e12)));
    assertEquals(Optional.of(new LossChanges(6, 0, 0, 1)), etas.get(2).losses());
    assertEquals(Optional.of(new VerdictChanges(6, 0, 0, 1)), rounded(etas.get(2)));
  }

  @Test
  void etasWithoutACommonSeedAreNotCompared() {
    List<ComparedEta> etas = compare(run("0", 0.1, 0, 2, 1), run("1", 0.2, 1, 2, 3)).etas();

    assertTrue(etas.get(1).changes().isEmpty());
    assertTrue(etas.get(1).losses().isEmpty());
  }

  /** Of three seeds at two etas, four runs are compared: those of the first two seeds. */
  @Test
  void runsBeyondTheMostThatAreComparedAreLeftOutAndCounted() {
    Sweep sweep =
        Sweeps.of(
            run("0", 0.1, 0, 2, 1),
            run("1", 0.1, 1, 2, 1),
            run("2", 0.1, 2, 2, 1),
            run("3", 0.2, 0, 2, 1),
            run("4", 0.2, 1, 2, 3),
            run("5", 0.2, 2, 2, 3));

    EtaComparison comparison =
        compare(sweep, new EtaComparison.Recorder(SweepSummary.of(sweep), 5));

    assertEquals(2, comparison.runsLeftOut());
    assertEquals(Optional.of(new VerdictChanges(2, 1, 0, 1)), comparison.etas().get(1).changes());
  }

  @Test
  void whereEveryRunDivergesThereIsNoLevel() {
    EtaComparison comparison = compare(run("0", 0.1, 0, 2, INFINITY));

    assertTrue(comparison.level().isEmpty());
    assertTrue(comparison.etas().get(0).steps().isEmpty());
  }

  private static Optional<VerdictChanges> rounded(ComparedEta eta) {
    return eta.changes().map(change -> change.with(Math.rint(change.p() * 1e12) / 1e12));
  }

  private static EtaComparison compare(SweepRun... runs) {
    Sweep sweep = Sweeps.of(runs);
    return compare(sweep, new EtaComparison.Recorder(SweepSummary.of(sweep)));
  }

  private static EtaComparison compare(Sweep sweep, EtaComparison.Recorder recorder) {
    do {
      sweep.runs().forEach(recorder::add);
    } while (!recorder.endPass());
    return recorder.comparison();
  }
}
