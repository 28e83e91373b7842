package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers worked out by hand. */
final class ScaleTest {
  @Test
  void linearTicksAreOneTwoOrFiveTimesAPowerOfTen() {
    assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(new LinearScale(0, 1), 6));
    assertEquals(List.of("0", "0.5", "1"), labels(new LinearScale(0, 1), 3));
    assertEquals(List.of("-100", "0", "100"), labels(new LinearScale(-130, 170), 3));
    assertEquals(List.of("1e-09", "2e-09"), labels(new LinearScale(0.5e-9, 2.5e-9), 3));
  }

  @Test
  void wholeNumbersHaveNothingBetweenThem() {
    assertEquals(List.of("0", "1"), labels(new LinearScale(0, 1, true), 8));
    assertEquals(List.of("0", "2", "4", "6", "8"), labels(new LinearScale(0, 9, true), 5));
  }

  @Test
  void logarithmicTicksAreDecades() {
    assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹"), labels(new LogScale(5e-4, 0.5), 5));
    assertEquals(List.of("10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "10⁰"), labels(new LogScale(1e-32, 1), 4));
  }

  @Test
  void logarithmicTicksOverLessThanThreeDecadesAreFiner() {
    assertEquals(List.of("0.05", "0.1", "0.2"), labels(new LogScale(0.04, 0.3), 5));
    assertEquals(List.of("10⁻²", "10⁻¹", "10⁰"), labels(new LogScale(0.009, 2.2), 5));
    assertEquals(List.of("10⁻¹", "10⁰"), labels(new LogScale(0.011, 2.2), 4));
    assertEquals(List.of("0.042", "0.044", "0.046"), labels(new LogScale(0.041, 0.047), 4));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0", "0.1, 0.5", "1, 1", "0, -0.1", "1e300, 1.1", "Infinity, 1.1", "NaN, 1.1"})
  void logarithmicPositionsStayWithinReach(double value, double position) {
    assertEquals(position, new LogScale(0.01, 1).position(value), 1e-15);
  }

  @Test
  void anAxisAroundOneValueHasSomeLength() {
    assertEquals(new LinearScale(2, 6), LinearScale.around(new double[] {4}));
    assertEquals(new LinearScale(-1, 1), LinearScale.around(new double[] {0}));
    assertEquals(new LinearScale(-6, -2), LinearScale.around(new double[] {-4}));
  }

  @Test
  void anAxisNeedsTwoEnds() {
    assertThrows(IllegalArgumentException.class, () -> new LinearScale(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new LinearScale(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new LogScale(0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "3, 3",
    "12.5, 12.5",
    "0.05, 0.05",
    "-0.25, -0.25",
    "1.005, 1",
    "99.999, 100"
  })
  void coordinatesAreHundredthsOfPixels(double pixels, String text) {
    assertEquals(text, Coordinate.of(pixels));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e8})
  void coordinatesAreFinite(double pixels) {
    assertThrows(IllegalArgumentException.class, () -> Coordinate.of(pixels));
  }

  private static List<String> labels(Scale scale, int most) {
    return scale.ticks(most).stream().map(Tick::label).toList();
  }
}
