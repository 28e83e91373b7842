package org.etascope.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScalingTest {
  /** Columns 2 4 4 4 5 5 7 9 (mean 5, population deviation 2) and 1 2 3 4 5 6 7 9. */
  private static final Dataset DATA =
      data(new double[] {2, 4, 4, 4, 5, 5, 7, 9}, new double[] {1, 2, 3, 4, 5, 6, 7, 9});

  @Test
  void standardUsesThePopulationDeviation() {
    assertArrayEquals(
        new double[] {-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2},
        Scaling.STANDARD.apply(DATA).scaled().featureValues());
  }

  @Test
  void minmaxSpansZeroToOne() {
    assertArrayEquals(
        new double[] {0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 1},
        Scaling.MINMAX.apply(DATA).scaled().targetValues());
  }

  @Test
  void noneChangesNothing() {
    assertEquals(DATA.sha256(), Scaling.NONE.apply(DATA).scaled().sha256());
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "MINMAX"})
  void refusesAConstantColumnByName(Scaling scaling) {
    Dataset flat = data(new double[] {1, 2}, new double[] {0.1, 0.1});
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> scaling.apply(flat));
    assertEquals(
        "column 'y' is 0.1 on every point, so it has no spread to scale by", refusal.getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "MINMAX"})
  void refusesASpreadThatOverflows(Scaling scaling) {
    Dataset wide = data(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, new double[] {0, 1});
    assertThrows(IllegalArgumentException.class, () -> scaling.apply(wide));
  }

  @Test
  void refusesASpreadThatVanishes() {
    Dataset narrow = data(new double[] {1e-200, 2e-200}, new double[] {0, 1});
    assertThrows(IllegalArgumentException.class, () -> Scaling.STANDARD.apply(narrow));
  }

  private static Dataset data(double[] x, double[] y) {
    return Dataset.of(List.of("x"), List.of("y"), new double[][] {x}, new double[][] {y});
  }

  @Test
  void scaledValuesComeBackInOriginalUnits() {
    ScaledData data = Scaling.MINMAX.apply(DATA);
    assertEquals(DATA.sha256(), data.original().sha256());
    for (int p = 0; p < DATA.points(); p++) {
      assertEquals(data.scaled().feature(0, p), data.features().get(0).apply(DATA.feature(0, p)));
      assertEquals(
          DATA.target(0, p), data.targets().get(0).invert(data.scaled().target(0, p)), 1e-12);
    }
  }
}
