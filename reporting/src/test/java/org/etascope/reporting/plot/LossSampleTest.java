package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;

final class LossSampleTest {
  @Test
  void fewRunsAreLinesWithTheirExtremes() {
    LossSample sample = new LossSample(new Thinning(5, 2));
    sample.add(run(4, 3, 9, 1, 2));

    assertFalse(sample.hasQuantiles());
    LossLine line = sample.lines().findFirst().orElseThrow();
    assertEquals(List.of(new Vertex(0, 4), new Vertex(2, 9), new Vertex(3, 1)), line.vertices());
    assertEquals(2, line.rise().orElseThrow().step());
  }

  @Test
  void manyRunsAreQuantilesWithinASixteenth() {
    LossSample sample = new LossSample(new Thinning(2, 2));
    for (int k = 1; k <= 1000; k++) {
      sample.add(run(k, k / 1000.0));
    }

    assertTrue(sample.hasQuantiles());
    for (double share : new double[] {0.05, 0.25, 0.5, 0.95}) {
      assertEquals(1000 * share, sample.quantile(0, share), 1000 * share / 16);
      assertEquals(share, sample.quantile(1, share), share / 16);
    }
  }

  @Test
  void runsThatEndEarlyCountAsInfiniteFromThere() {
    LossSample sample = new LossSample(new Thinning(4, 4));
    for (int k = 0; k <= LossSample.MOST_LINES; k++) {
      sample.add(run(1, Double.NaN));
    }

    assertEquals(Double.POSITIVE_INFINITY, sample.quantile(3, 0.5));
    assertEquals(LossSample.MOST_LINES + 1, sample.rising());
  }

  @Test
  void histogramsTellZeroFromInfinity() {
    LossHistogram histogram = new LossHistogram();
    histogram.add(0);
    histogram.add(3);
    histogram.add(Double.NaN);

    assertEquals(0, histogram.quantile(0.3));
    assertEquals(3, histogram.quantile(0.6), 3 / 16.0);
    assertEquals(Double.POSITIVE_INFINITY, histogram.quantile(1));
  }

  @Test
  void everyStepHasItsColumn() {
    for (int steps = 1; steps <= 40; steps++) {
      Thinning thinning = Thinning.of(steps, 7);
      for (int step = 0; step < steps; step++) {
        int column = thinning.column(step);
        assertTrue(thinning.firstStep(column) <= step && step <= thinning.lastStep(column));
      }
      assertEquals(steps - 1, thinning.lastStep(thinning.columns() - 1));
    }
  }

  private static Trained run(double... losses) {
    return (Trained) Sweeps.run("0", 0.1, 0, losses).result().outcome();
  }
}
