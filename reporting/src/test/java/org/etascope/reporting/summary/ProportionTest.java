package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProportionTest {
  /** Limits from published worked examples of the score interval, to four decimals. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, .2553, .3662",
    "15, 148, .0624, .1605",
    "0, 20, 0, .1611",
    "1, 29, .0061, .1718"
  })
  void intervalIsWilsons(long successes, long trials, double low, double high) {
    Proportion share = new Proportion(successes, trials);

    assertEquals(low, share.low(), 5e-5);
    assertEquals(high, share.high(), 5e-5);
  }

  @Test
  void intervalReachesZeroAndOneExactly() {
    assertEquals(0.0, new Proportion(0, 7).low());
    assertEquals(1.0, new Proportion(7, 7).high());
  }

  @Test
  void swappingSuccessAndFailureMirrorsTheInterval() {
    for (int successes = 0; successes <= 13; successes++) {
      Proportion share = new Proportion(successes, 13);
      Proportion mirrored = new Proportion(13 - successes, 13);

      assertEquals(1 - mirrored.high(), share.low(), 1e-15);
    }
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
  }
}
