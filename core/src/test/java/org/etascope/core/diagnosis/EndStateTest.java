package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.etascope.core.training.LossCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndStateTest {
  private static final Verdict MONOTONE = new Verdict.Monotone();

  /** A loss that falls by so much of its last value at each of 200 transitions. */
  private static LossCurve falling(double fall) {
    return LossCurve.of(
        IntStream.rangeClosed(0, 200).mapToDouble(t -> 1 + fall * (200 - t)).toArray());
  }

  private static Optional<EndState> end(Verdict verdict, double squares) {
    return EndState.of(verdict, falling(1e-3), squares, 4);
  }

  /** |g| = 2e-8 where the largest was 2. */
  @ParameterizedTest
  @CsvSource({"3.9e-16, CONVERGED", "4.1e-16, DESCENDING", "NaN, DESCENDING"})
  void hasConvergedAtTheHundredMillionthOfTheLargestGradient(double squares, EndState end) {
    assertEquals(Optional.of(end), end(MONOTONE, squares));
  }

  @ParameterizedTest
  @CsvSource({"0.9e-10, PLATEAU", "1.1e-10, DESCENDING"})
  void isLevelWhereTheTailChangesByLessThanAStepCanMatter(double fall, EndState end) {
    assertEquals(Optional.of(end), EndState.of(MONOTONE, falling(fall), 1, 1));
  }

  @Test
  void aGradientThatOverflowedHasNotConverged() {
    double infinite = Double.POSITIVE_INFINITY;
    assertEquals(
        Optional.of(EndState.DESCENDING), EndState.of(MONOTONE, falling(1e-3), infinite, infinite));
  }

  @Test
  void oneTransitionIsNoTail() {
    assertEquals(Optional.of(EndState.DESCENDING), EndState.of(MONOTONE, LossCurve.of(1, 1), 1, 1));
  }

  @Test
  void aRunThatBlowsUpHasNoEnd() {
    assertEquals(Optional.empty(), end(new Verdict.Diverged(1e7), 0));
    assertEquals(Optional.empty(), end(new Verdict.NonFinite(), 0));
    assertEquals(Optional.empty(), end(new Verdict.Growing(3), 0));
  }
}
