package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class PolynomialTest {
  /** (s - 1/4)(s - 1/2)(s - 3/4) = s^3 - 1.5 s^2 + 0.6875 s - 0.09375. */
  private static final Polynomial CUBIC = new Polynomial(-0.09375, 0.6875, -1.5, 1);

  @Test
  void findsEachRootFromTheOneBefore() {
    assertEquals(0.25, CUBIC.firstSignChange(0, 1).orElseThrow(), 1e-15);
    assertEquals(0.5, CUBIC.firstSignChange(0.26, 1).orElseThrow(), 1e-15);
    assertEquals(0.75, CUBIC.firstSignChange(0.51, 1).orElseThrow(), 1e-15);
    assertEquals(OptionalDouble.empty(), CUBIC.firstSignChange(0.76, 1));
    assertEquals(OptionalDouble.empty(), CUBIC.firstSignChange(0.26, 0.49));
  }

  @Test
  void standsOnTheOtherSideOfTheRootItFinds() {
    double root = new Polynomial(1, -3).firstSignChange(0, 1).orElseThrow();
    assertEquals(1.0 / 3, root, 1e-16);
    assertTrue(new Polynomial(1, -3).at(root) <= 0);
    assertTrue(new Polynomial(1, -3).at(Math.nextDown(root)) > 0);
  }

  /** 3 s - 1 in units of the smallest double: all values round to -1, 0, 1 or 2 of them. */
  @Test
  void findsRootsAmongTheSmallestDoubles() {
    Polynomial tiny = new Polynomial(-Double.MIN_VALUE, 3 * Double.MIN_VALUE);
    double root = tiny.firstSignChange(0, 1).orElseThrow();
    assertTrue(tiny.at(root) > 0 && root < 0.75, () -> "root " + root);
  }

  /** (s - 1/2)^2 touches zero and stays positive on both sides of it. */
  @Test
  void passesOverARootThatIsTouched() {
    assertEquals(OptionalDouble.empty(), new Polynomial(0.25, -1, 1).firstSignChange(0.6, 1));
    assertEquals(OptionalDouble.empty(), new Polynomial(0.3, -1, 1).firstSignChange(0, 1));
  }

  @Test
  void constantsNeverChange() {
    assertEquals(OptionalDouble.empty(), new Polynomial(0).firstSignChange(0, 1));
    assertEquals(OptionalDouble.empty(), new Polynomial(-1, 0, 0).firstSignChange(0, 1));
  }
}
