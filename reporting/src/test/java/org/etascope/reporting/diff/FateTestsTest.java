package org.etascope.reporting.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FateTestsTest {
  /** Twice the lower tail of Bin(n, 1/2), by hand: 2/2^5, 2/2^6, 2 (1 + 10) / 2^10. */
  @ParameterizedTest
  @CsvSource({
    "0, 5, 0.0625",
    "0, 6, 0.03125",
    "6, 0, 0.03125",
    "1, 9, 0.021484375",
    "3, 3, 1",
    "0, 0, 1"
  })
  void mcNemarIsExact(int onlyFirst, int onlySecond, double p) {
    assertEquals(p, FateTests.mcNemar(onlyFirst, onlySecond), 1e-12);
  }

  /** Large counts, by SciPy 1.17.1 and, for the first two, by a sum of fractions. */
  @ParameterizedTest
  @CsvSource({
    "900, 1100, 8.457089535503927e-06",
    "5100, 4900, 0.04658552770494739",
    "49000, 51000, 2.5887160383468943e-10",
    "499000, 501000, 0.0456082998653896",
    "1, 99999, 0"
  })
  void mcNemarTakesLargeCounts(int onlyFirst, int onlySecond, double p) {
    assertEquals(p, FateTests.mcNemar(onlyFirst, onlySecond), 1e-11 * p);
  }

  /** The lady tasting tea, 34/70; and 2 / C(10, 5) for 5 of 5 against 0 of 5. */
  @ParameterizedTest
  @CsvSource({
    "3, 4, 1, 4, 0.48571428571428571",
    "5, 5, 0, 5, 0.0079365079365079365",
    "2, 4, 2, 4, 1",
    "0, 7, 0, 3, 1"
  })
  void fisherIsExact(int first, int firstRuns, int second, int secondRuns, double p) {
    assertEquals(p, FateTests.fisher(first, firstRuns, second, secondRuns), 1e-12);
  }

  /** 3 x 0.01, then max(that, 2 x 0.02), then max(that, 0.9). */
  @Test
  void holmStepsDown() {
    assertEquals(List.of(0.9, 0.03, 0.04), FateTests.holm(List.of(0.9, 0.01, 0.02)));
    assertEquals(List.of(), FateTests.holm(List.of()));
    assertEquals(List.of(1.0, 1.0), FateTests.holm(List.of(0.8, 0.7)));
  }
}
