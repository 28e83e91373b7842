package org.etascope.reporting.diff;

import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SweepDiffTest {
  @Test
  void aSweepDoesNotDifferFromItself() {
    SweepDiff diff = SweepDiff.of(Sweeps.published(), Sweeps.published());

    assertTrue(diff.isEmpty());
    assertEquals(2, diff.compared());
    assertEquals(2, diff.sameSpec());
  }

  @Test
  void theOrderOfRunsDoesNotMatter() {
    SweepRun one = run("0", 0.1, 1, 2, 1);
    SweepRun two = run("1", 0.1, 2, 2, 1);

    assertTrue(SweepDiff.of(Sweeps.of(one, two), Sweeps.of(two, one)).isEmpty());
  }

  @Test
  void runsOfOneSweepOnlyAreCounted() {
    SweepDiff diff =
        SweepDiff.of(
            Sweeps.of(run("0", 0.1, 1, 2, 1)),
            Sweeps.of(run("0", 0.2, 1, 2, 1), run("1", 0.1, 1, 2, 1), run("2", 0.1, 9, 2, 1)));

    assertEquals(0, diff.onlyFirst());
    assertEquals(2, diff.onlySecond());
    assertFalse(diff.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0 1 2 3, 0 1 2 3, 4, 0, 0",
    "0 1 2 3, '', 0, 4, 0",
    "2 3 10, 1 2 10 11, 2, 1, 2",
    "9, 10, 0, 1, 1",
    "1 1.1 1.2 2, 1.2 2 2.10, 2, 2, 1",
  })
  void sweepsInStepArePairedByName(
      String first, String second, int compared, int onlyFirst, int onlySecond) {
    SweepDiff diff = SweepDiff.inStep(named(first), named(second));

    assertEquals(compared, diff.compared());
    assertEquals(compared, diff.sameSpec());
    assertEquals(onlyFirst, diff.onlyFirst());
    assertEquals(onlySecond, diff.onlySecond());
  }

  private static Sweep named(String names) {
    return Sweeps.of(
        Stream.of(names.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> run(name, 0.1, 1, 2, 1))
            .toArray(SweepRun[]::new));
  }

  @Test
  void sixSeedsThatBeginToRiseAreSignificant() {
    SweepDiff diff = SweepDiff.of(seeds(6, 1), seeds(6, 3));

    assertEquals(6, diff.flipped());
    assertEquals(1, diff.cells().size());
    CellDiff cell = diff.cells().get(0);
    assertTrue(cell.paired());
    assertEquals(6, cell.first().successes());
    assertEquals(0, cell.second().successes());
    assertEquals(0.03125, cell.p(), 1e-12);
  }

  @Test
  void differentSeedsAreComparedByFisher() {
    SweepDiff diff = SweepDiff.of(seeds(5, 1), Sweeps.of(rising(7), rising(8), rising(9)));

    CellDiff cell = diff.cells().get(0);
    assertFalse(cell.paired());
    assertEquals(1 / 56.0, cell.p(), 1e-12);
  }

  @Test
  void theFirstDifferentBitIsNamedWithItsDistance() {
    double oneUlpMore = Math.nextUp(0.5);
    SweepDiff diff =
        SweepDiff.of(
            Sweeps.of(run("0", 0.1, 1, 2, 1, 0.5, 0.4)),
            Sweeps.of(run("0", 0.1, 1, 2, 1, oneUlpMore, 0.3)));

    assertEquals(1, diff.bitsDiffer());
    BitDifference first = diff.firstDifference().orElseThrow();
    assertEquals("loss at step 2", first.place());
    assertEquals(1, first.ulps());
  }

  @Test
  void ulpsCrossZeroAndStopAtNaN() {
    assertEquals(2, new BitDifference("0", "", Double.MIN_VALUE, -Double.MIN_VALUE).ulps());
    assertEquals(0, new BitDifference("0", "", 0.0, -0.0).ulps());
    assertEquals(Long.MAX_VALUE, new BitDifference("0", "", 1, Double.NaN).ulps());
  }

  private static Sweep seeds(int count, double last) {
    return Sweeps.of(
        IntStream.range(0, count)
            .mapToObj(seed -> run(Integer.toString(seed), 0.1, seed, 2, last))
            .toArray(SweepRun[]::new));
  }

  private static SweepRun rising(long seed) {
    return run(Long.toString(seed), 0.1, seed, 2, 3);
  }
}
