package org.etascope.reporting.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitsTest {
  /** What C's {@code printf("%#.4g")} prints, but for the point at the end of 9999. */
  @ParameterizedTest
  @CsvSource({
    "7.385304509711656e-08, 7.385e-08",
    "0.04027547484053195, 0.04028",
    "0.0001, 0.0001000",
    "0.00009999, 9.999e-05",
    "0.000099999, 0.0001000",
    "1, 1.000",
    "-12.3456, -12.35",
    "9999.4, 9999",
    "9999.5, 1.000e+04",
    "1.7976931348623157e308, 1.798e+308",
    "4.9e-324, 4.941e-324"
  })
  void fourSignificantDigitsAreThoseOfC(double value, String expected) {
    assertEquals(expected, Digits.of(value));
  }

  @Test
  void valuesThatAreNoNumbersAreNamed() {
    assertEquals("infinity", Digits.of(Double.POSITIVE_INFINITY));
    assertEquals("NaN", Digits.of(Double.NaN));
    assertEquals("0", Digits.of(-0.0));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0978843440930548, 0.0979",
    "-0.22061, -0.2206",
    "7.385304509711656e-08, 7.385e-08",
    "0.0087, 0.0087",
    "1234.56789, 1234.5679",
    "12345678.9, 1.235e+07"
  })
  void fourDecimalsNeverHideANumber(double value, String expected) {
    assertEquals(expected, Digits.fixed(value, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 50",
    "0, 0",
    "1, 100",
    "0.995, 99.5",
    "0.9999, 99.99",
    "0.004, 0.4",
    "0.7639, 76"
  })
  void percentagesNeverRoundToAllOrNothing(double fraction, String expected) {
    assertEquals(expected, Digits.percent(fraction));
  }

  /** Wilson's 95 % interval of 97,177 of 100,000, and of 19 of 20. */
  @ParameterizedTest
  @CsvSource({
    "0.970724, 0.972778, 97.1 to 97.3",
    "0.763869, 0.991119, 76 to 99",
    "0.99996, 1, 99.996 to 100",
    "0.5, 0.5, 50 to 50"
  })
  void endsOfAnIntervalAreToldApart(double low, double high, String expected) {
    assertEquals(expected, Digits.percents(low, high));
  }

  @Test
  void closeValuesGetTheDigitsThatTellThemApart() {
    assertEquals("0.0403", Digits.inContrast(0.04027547, 0.0742558));
    assertEquals("0.00413576", Digits.inContrast(0.0041357640, 0.0041357740));
    assertEquals("0.00413577", Digits.inContrast(0.0041357740, 0.0041357640));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "1, 1", "100, 100", "1e-5, 1e-05", "2.5, 2.5", "1e7, 1e+07"})
  void exactNumbersHaveNoTrailingZeros(double value, String expected) {
    assertEquals(expected, Digits.exact(value));
  }
}
