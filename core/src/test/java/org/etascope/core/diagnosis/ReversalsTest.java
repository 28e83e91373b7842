package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.etascope.core.diagnosis.Reversals.Answer;
import org.junit.jupiter.api.Test;

final class ReversalsTest {
  @Test
  void aGradientTurnsRoundBeyondACosineOfNineTenths() {
    Reversals.Tally tally = new Reversals.Tally();
    assertTrue(tally.note(-0.91 * 6, 4, 9));
    assertFalse(tally.note(-0.89 * 6, 4, 9));
    assertFalse(tally.note(0, 0, 0));
    assertFalse(tally.note(Double.NaN, 1, 1));
    // squares of this size multiplied would be zero, or infinite
    assertTrue(tally.note(-1e-200, 1e-200, 1e-200));
    assertTrue(tally.note(-1e200, 1e200, 1e200));
    assertEquals(new Reversals(6, 3, 3, false), tally.over(12, false));
  }

  @Test
  void looksAtTheLastTwentyPairsOrHalfOfAll() {
    Reversals.Tally tally = new Reversals.Tally();
    for (int pair = 0; pair < 100; pair++) {
      boolean turned = tally.note(pair >= 85 ? -1 : 1, 1, 1);
      assertEquals(pair >= 85, turned);
    }
    assertEquals(new Reversals(20, 15, 5, false), tally.over(100, false));
    assertEquals(new Reversals(4, 4, 0, true), tally.over(9, true));
    assertEquals(new Reversals(0, 0, 0, true), tally.over(1, true));
  }

  @Test
  void aPairThatDoesNotCountIsInNeitherNumber() {
    Reversals.Tally tally = new Reversals.Tally();
    for (double cosine : new double[] {-1, 1, -1, 1}) {
      boolean unused = tally.note(cosine, 1, 1);
      tally.discount();
    }
    assertTrue(tally.note(-1, 1, 1));
    assertEquals(new Reversals(5, 1, 0, true), tally.over(10, true));
  }

  /** With any number of the others counting, the answer has to be what all of them say. */
  @Test
  void answersOnlyWhatNoFurtherLookCanOverturn() {
    for (int turned = 0; turned <= 20; turned++) {
      for (int others = 0; others <= 20 - turned; others++) {
        int yes = 0;
        for (int counting = 0; counting <= others; counting++) {
          // the median of the pairs that count, the upper one of two
          boolean ringing = turned + counting >= 3 && 2 * turned > turned + counting;
          assertEquals(
              ringing ? Answer.RINGING : Answer.NOT_RINGING,
              new Reversals(20, turned, counting, true).answer());
          yes += ringing ? 1 : 0;
        }
        Answer expected =
            yes == 0 ? Answer.NOT_RINGING : yes == others + 1 ? Answer.RINGING : Answer.UNKNOWN;
        assertEquals(expected, new Reversals(20, turned, others, false).answer());
      }
    }
  }
}
