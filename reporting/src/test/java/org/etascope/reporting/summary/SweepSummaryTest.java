package org.etascope.reporting.summary;

import static org.etascope.reporting.Sweeps.deadRun;
import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;

final class SweepSummaryTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void fatesPartitionTheRuns() {
    FateCounts fates =
        SweepSummary.of(
                Sweeps.of(
                    run("0", 0.1, 0, 4, 3, 2),
                    run("1", 0.1, 1, 4, 5, 2),
                    deadRun("2", 0.1, 2, 4, 5, 5),
                    run("3", 0.2, 0, 4, INFINITY),
                    run("4", 0.2, 1, 4, Double.NaN),
                    failedRun("5", 0.2, 2, "out of memory")))
            .fates();

    assertEquals(
        Map.of(
            Fate.MONOTONE, 1L,
            Fate.NON_MONOTONE, 1L,
            Fate.DEAD, 1L,
            Fate.DIVERGED, 2L,
            Fate.FAILED, 1L),
        fates.counts());
    assertEquals(6, fates.runs());
    assertEquals(Optional.of(new Proportion(1, 5)), fates.monotone());
  }

  @Test
  void runsThatDifferOnlyInSeedShareACell() {
    SweepSummary summary =
        SweepSummary.of(
            Sweeps.of(
                run("0", 0.2, 0, 3, 2),
                run("1", 0.1, 0, 3, 2),
                run("2", 0.2, 1, 3, 2),
                run("3", 0.1, 1, 3, 4)));

    assertEquals(List.of(0.1, 0.2), summary.cells().stream().map(CellSummary::eta).toList());
    assertEquals(
        List.of(1L, 2L),
        summary.cells().stream().map(cell -> cell.outcomes().fates().of(Fate.MONOTONE)).toList());
  }

  @Test
  void neighboursWithOtherSettingsHaveACellOfTheirOwn() {
    SweepSummary summary =
        SweepSummary.of(
            Sweeps.of(
                with("relu", run("0", 0.1, 0, 3, 2)),
                with("relu", run("1", 0.1, 1, 3, 2)),
                with("tanh", run("2", 0.1, 0, 3, 4)),
                with("relu", run("3", 0.1, 2, 3, 2))));

    assertEquals(
        Map.of(List.of("relu"), 3L, List.of("tanh"), 1L),
        summary.cells().stream()
            .collect(
                Collectors.toMap(CellSummary::settings, cell -> cell.outcomes().fates().runs())));
  }

  private static SweepRun with(String setting, SweepRun run) {
    return new SweepRun(run.name(), run.conditions(), List.of(setting), run.result());
  }

  @Test
  void medianOfAnOddCountIsTheMiddleAndOfAnEvenCountTheMeanOfTwo() {
    assertEquals(
        new FinalLosses(2, 1, 7), losses(run("0", 1, 0, 7), run("1", 1, 1, 1), run("2", 1, 2, 2)));
    assertEquals(new FinalLosses(4.5, 2, 7), losses(run("0", 1, 0, 7), run("1", 1, 1, 2)));
  }

  @Test
  void divergedRunsEndAboveAllOthers() {
    assertEquals(
        new FinalLosses(7, 2, INFINITY),
        losses(run("0", 1, 0, Double.NaN), run("1", 1, 1, 7), run("2", 1, 2, 2)));
    assertEquals(
        new FinalLosses(INFINITY, INFINITY, INFINITY),
        losses(run("0", 1, 0, Double.NaN), run("1", 1, 1, INFINITY)));
  }

  @Test
  void failedRunsHaveNoFinalLoss() {
    Outcomes outcomes = outcomes(failedRun("0", 1, 0, "broken"));

    assertEquals(Optional.empty(), outcomes.finalLosses());
    assertEquals(Optional.empty(), outcomes.fates().monotone());
  }

  @Test
  void increasesAreCountedWhateverBecameOfTheRun() {
    FirstIncreases increases =
        outcomes(
                run("0", 1, 0, 4, 3, 6, 1),
                deadRun("1", 1, 1, 4, 5, 5),
                run("2", 1, 2, 4, 2, 1),
                run("3", 1, 3, 4, 6, 1, 4))
            .increases()
            .orElseThrow();

    assertEquals(3, increases.runs());
    assertEquals(Sweeps.increase(1, 4, 6), increases.earliest());
    assertEquals(1, increases.medianStep());
    assertEquals(3, increases.largestRelative());
  }

  @Test
  void flaggedRunsAreCountedButOnlyTheFirstAreKept() {
    FlaggedRuns flagged =
        SweepSummary.of(
                Sweeps.of(
                    IntStream.range(0, 50)
                        .mapToObj(i -> run(String.valueOf(i), 1, i, 1, i % 2 == 0 ? 2 : 0.5))
                        .toArray(SweepRun[]::new)))
            .flagged();

    assertEquals(25, flagged.total());
    assertEquals(FlaggedRuns.SHOWN, flagged.first().size());
    assertTrue(flagged.first().stream().allMatch(SweepRun::flagged));
    assertEquals("0", flagged.first().get(0).name());
  }

  private static FinalLosses losses(SweepRun... runs) {
    return outcomes(runs).finalLosses().orElseThrow();
  }

  private static Outcomes outcomes(SweepRun... runs) {
    return SweepSummary.of(Sweeps.of(runs)).cells().get(0).outcomes();
  }
}
