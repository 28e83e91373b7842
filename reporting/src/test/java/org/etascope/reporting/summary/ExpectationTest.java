package org.etascope.reporting.summary;

import static org.etascope.reporting.Sweeps.at;
import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationTest {
  private static final Quantifier ALL = new Quantifier.All();
  private static final Quantifier NONE = new Quantifier.None();

  @Test
  void holdsWhenEveryMatchedRunHasTheFate() {
    ExpectationResult result =
        judged(
            at(0.1), ALL, run("0", 0.1, 0, 2, 1), run("1", 0.1, 1, 2, 1), run("2", 0.9, 0, 1, 2));

    assertTrue(result.holds());
    assertEquals(2, result.matched());
    assertEquals(2, result.counted());
    assertEquals("2 of 2 runs are monotone.", result.reason());
    assertEquals(Optional.empty(), result.counterexample());
  }

  @Test
  void namesTheFirstRunThatSpeaksAgainstIt() {
    SweepRun rising = run("1", 0.1, 1, 1, 2);

    ExpectationResult all =
        judged(at(0.1), ALL, run("0", 0.1, 0, 2, 1), rising, run("2", 0.1, 2, 1, 2));
    ExpectationResult none = judged(at(0.1), NONE, rising, run("2", 0.1, 2, 2, 1));

    assertFalse(all.holds());
    assertEquals("1 of 3 runs is monotone.", all.reason());
    assertEquals(Optional.of(rising), all.counterexample());
    assertFalse(none.holds());
    assertEquals(Optional.of("2"), none.counterexample().map(SweepRun::name));
  }

  @Test
  void doesNotHoldOverNoRun() {
    ExpectationResult result = judged(at(0.7), NONE, run("0", 0.1, 0, 2, 1));

    assertFalse(result.holds());
    assertEquals("No run of this sweep matches.", result.reason());
  }

  @Test
  void doesNotHoldWhileARunItIsAboutIsNotDone() {
    List<SweepRun> plan = List.of(run("0", 0.1, 0, 2, 1), run("1", 0.1, 1, 2, 1));

    ExpectationResult result = judged(at(0.1), ALL, plan, plan.subList(0, 1));

    assertFalse(result.holds());
    assertEquals("1 of 2 runs is not done, so nothing is decided.", result.reason());
  }

  @Test
  void holdsWhileOnlyOtherRunsAreNotDone() {
    List<SweepRun> plan = List.of(run("0", 0.1, 0, 2, 1), run("1", 0.6, 1, 2, 1));

    assertTrue(judged(at(0.1), ALL, plan, plan.subList(0, 1)).holds());
  }

  @Test
  void doesNotHoldOverARunThatFailed() {
    ExpectationResult result =
        judged(at(0.1), NONE, run("0", 0.1, 0, 1, 2), failedRun("1", 0.1, 1, "out of memory"));

    assertFalse(result.holds());
    assertEquals("1 of 2 runs could not be executed, so nothing is decided.", result.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "19, 20, 95, true, true",
    "19, 20, 95.0001, false, true",
    "19, 20, 94.9999, true, false",
    "1, 3, 33.333333333333333333, true, false",
    "0, 5, 0, true, true",
    "5, 5, 100, true, true"
  })
  void percentagesAreComparedExactly(
      int monotone, int runs, BigDecimal percent, boolean atLeast, boolean atMost) {
    SweepRun[] all =
        IntStream.range(0, runs)
            .mapToObj(i -> run(String.valueOf(i), 0.1, i, 1, i < monotone ? 0.5 : 2))
            .toArray(SweepRun[]::new);

    assertEquals(atLeast, judged(at(0.1), new Quantifier.AtLeast(percent), all).holds());
    assertEquals(atMost, judged(at(0.1), new Quantifier.AtMost(percent), all).holds());
  }

  @Test
  void refusesPercentagesBeyondAHundred() {
    BigDecimal tooMuch = new BigDecimal("100.1");

    assertThrows(IllegalArgumentException.class, () -> new Quantifier.AtLeast(tooMuch));
    assertThrows(IllegalArgumentException.class, () -> new Quantifier.AtMost(tooMuch.negate()));
  }

  @Test
  void selectionMatchesOnEveryAxisItNames() {
    Selection selection = new Selection(Set.of(0.1, 0.2), Set.of("5", "16x8"), Set.of());

    assertTrue(selection.matches(0.2, "16x8", 7));
    assertFalse(selection.matches(0.3, "16x8", 7));
    assertFalse(selection.matches(0.2, "16", 7));
    assertTrue(Selection.EVERYTHING.matches(0.3, "", 0));
  }

  private static ExpectationResult judged(
      Selection where, Quantifier quantifier, SweepRun... runs) {
    return judged(where, quantifier, List.of(runs), List.of(runs));
  }

  private static ExpectationResult judged(
      Selection where, Quantifier quantifier, List<SweepRun> plan, List<SweepRun> finished) {
    return SweepSummary.of(
            Sweeps.of(
                "sweep",
                "",
                TraceSelection.NONE,
                List.of(new Expectation(where, Fate.MONOTONE, quantifier, "as it says")),
                plan,
                finished))
        .expectations()
        .get(0);
  }
}
