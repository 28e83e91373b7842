package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentIncreasesTest {
  /** The oracle keeps every transition. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 30, 300})
  void remembersTheLastSixtyFourTransitions(int rarity) {
    Random random = new Random(rarity);
    boolean[] rises = new boolean[500];
    boolean[] kinks = new boolean[500];
    RecentIncreases.Tally tally = new RecentIncreases.Tally();
    for (int step = 1; step < rises.length; step++) {
      rises[step] = random.nextInt(rarity) == 0;
      kinks[step] = rises[step] && random.nextBoolean();
      if (rises[step]) {
        tally.add(step, kinks[step] ? Cause.KINK : Cause.CURVATURE);
      }
      RecentIncreases recent = tally.at(step);
      for (int k = 0; k < Long.SIZE && k < step; k++) {
        assertEquals(rises[step - k], (recent.all() >>> k & 1) == 1);
        assertEquals(kinks[step - k], (recent.kinks() >>> k & 1) == 1);
      }
      int growing = 0;
      while (rises[step - growing]) {
        growing++;
      }
      int calm = 0;
      while (calm < step && !rises[step - calm]) {
        calm++;
      }
      assertEquals(growing, recent.growing());
      assertEquals(calm, recent.calm());
    }
  }
}
