package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PathCurvatureTest {
  /** dL = 0.3, eta = 0.5, |g|^2 = 2: eta kappa = 2 (0.3 / 1 + 1) = 2.6, kappa = 5.2. */
  @Test
  void isTwiceTheChangeOverTheDescentPlusTwo() {
    PathCurvature curvature = PathCurvature.of(0.3, 0.5, 2, 1e-3).orElseThrow();
    assertEquals(2.6, curvature.etaKappa(), 1e-15);
    assertEquals(5.2, curvature.kappa(), 1e-15);
    assertEquals(2e-3, curvature.error(), 1e-18);
    assertEquals(0.3, curvature.relativeProgress(), 1e-15);
  }

  @Test
  void isBlankWhereRoundingBlursItByMoreThanAPercent() {
    assertEquals(Optional.empty(), PathCurvature.of(-1, 0.5, 2, 0.0051));
    assertTrue(PathCurvature.of(-1, 0.5, 2, 0.0049).isPresent());
  }

  @Test
  void aHugeRiseIsAsSharpAsItsShareOfRounding() {
    assertTrue(PathCurvature.of(1e140, 1, 1, 1e124).isPresent());
    assertEquals(Optional.empty(), PathCurvature.of(1e140, 1, 1, 1e139));
  }

  @Test
  void isBlankWhereAQuantityOverflows() {
    assertEquals(Optional.empty(), PathCurvature.of(1, 1, Double.POSITIVE_INFINITY, 1e-16));
    assertEquals(Optional.empty(), PathCurvature.of(Double.POSITIVE_INFINITY, 1, 1, 1e-16));
    assertEquals(Optional.empty(), PathCurvature.of(1, 1, 0, 0));
  }
}
