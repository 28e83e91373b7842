package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.etascope.reporting.summary.CumulativeIncidence;
import org.etascope.reporting.summary.CumulativeIncidence.Point;
import org.etascope.reporting.summary.Onset;
import org.etascope.reporting.summary.Proportion;
import org.junit.jupiter.api.Test;

final class StairsTest {
  /** A step is 10 pixels from x = 20 on; a share of 1 is 100 pixels up from y = 200. */
  private static final Panel PANEL =
      new Panel(new Box(20, 100, 100, 100), new LinearScale(0, 10), new LinearScale(0, 1));

  /** Of four runs, one at step 2, two more at step 5. */
  @Test
  void aShareIsLevelBetweenTheStepsAtWhichItRises() {
    assertEquals(
        "M20 200L40 200L40 175L70 175L70 125L120 125",
        stairs(PANEL, 2, 1, 5, 3).line(Proportion::fraction).toString());
  }

  @Test
  void whatHoldsAtStep0HoldsFromTheLeftEdgeOn() {
    assertEquals("M20 150L120 150", stairs(PANEL, 0, 2).line(Proportion::fraction).toString());
  }

  @Test
  void ofRisesWithinHalfAPixelTheLastIsDrawn() {
    Panel narrow =
        new Panel(new Box(0, 0, 10, 100), new LinearScale(0, 1000), new LinearScale(0, 1));
    assertEquals(
        "M0 100L5.1 100L5.1 0L10 0",
        stairs(narrow, 500, 1, 505, 2, 510, 4).line(Proportion::fraction).toString());
  }

  @Test
  void aBandGoesBackAlongItsLowerEnd() {
    assertEquals(
        "M20 200L40 200L40 100L120 100L120 175L40 175L40 200L20 200Z",
        stairs(PANEL, 2, 1)
            .between(Proportion::fraction, share -> share.successes() > 0 ? 1 : 0)
            .toString());
  }

  /** Steps and, of four runs, how many it has befallen by then. */
  private static Stairs stairs(Panel panel, int... stepsAndCounts) {
    List<Point> rises =
        IntStream.range(0, stepsAndCounts.length / 2)
            .mapToObj(
                k -> new Point(stepsAndCounts[2 * k], new Proportion(stepsAndCounts[2 * k + 1], 4)))
            .toList();
    return Stairs.of(new CumulativeIncidence(Onset.INCREASE, 4, rises), panel);
  }
}
