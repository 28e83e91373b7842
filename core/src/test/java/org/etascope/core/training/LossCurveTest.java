package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class LossCurveTest {
  @Test
  void knowsItsEndsAndItsMinimum() {
    LossCurve curve = LossCurve.of(3, 1, 2);
    assertEquals(3, curve.steps());
    assertEquals(3.0, curve.first());
    assertEquals(2.0, curve.last());
    assertEquals(1.0, curve.min());
  }

  @Test
  void minimumPassesOverNaN() {
    assertEquals(1.0, LossCurve.of(1, Double.NaN).min());
    assertEquals(2.0, LossCurve.of(Double.NaN, 2, 3).min());
    assertEquals(Double.NaN, LossCurve.of(Double.NaN).min());
    assertEquals(4.0, LossCurve.of(4, Double.POSITIVE_INFINITY).min());
  }

  @Test
  void drawdownIsTheLargestRatioToTheBestSoFar() {
    assertEquals(1.0, LossCurve.of(4, 2, 2, 1).drawdown());
    // 6 / 2 beats 2 / 1 and 8 / 4
    assertEquals(3.0, LossCurve.of(4, 8, 2, 6, 1, 2).drawdown());
    assertEquals(Double.POSITIVE_INFINITY, LossCurve.of(1, 0, 1e-300).drawdown());
    assertEquals(Double.POSITIVE_INFINITY, LossCurve.of(2, 1, Double.NaN).drawdown());
    assertEquals(1.0, LossCurve.of(0, 0).drawdown());
  }

  @Test
  void copiesWhatItTakesAndGives() {
    double[] losses = {1, 2};
    LossCurve curve = LossCurve.of(losses);
    losses[0] = 5;
    curve.toArray()[1] = 6;
    assertEquals(LossCurve.of(1, 2), curve);
  }

  @Test
  void needsAStep() {
    assertThrows(IllegalArgumentException.class, LossCurve::of);
    assertThrows(IllegalArgumentException.class, new LossCurve.Recorder(1)::curve);
  }

  @Test
  void holdsWhatWasRecordedUntilThen() {
    LossCurve.Recorder recorder = new LossCurve.Recorder(3);
    recorder.add(4);
    recorder.add(2);
    LossCurve curve = recorder.curve();
    recorder.add(1);
    assertEquals(LossCurve.of(4, 2), curve);
    assertEquals(LossCurve.of(4, 2, 1), recorder.curve());
  }
}
