package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0.0402754748, 0.033981, 0.040275",
    "0.1787104, 0.138, 0.178710",
    "0.00387238927, 1.8207e-7, 0.003872389",
    "0.5, 1e-14, 0.5000000000000000",
    "0.5, 1e-300, 0.50000000000000000",
    "5.33257310, 5, 5.33257",
    "790447.407, 790447, 790447",
    "2173150.5433, 2e6, 2.17315e6",
    "7.385304509e-8, 1e-8, 7.38530e-8",
    "1.5e300, Infinity, 1.50000e300",
    "0, 1, 0",
    "Infinity, Infinity, infinity",
    "NaN, NaN, NaN"
  })
  void lossesShowTheirChange(double loss, double change, String text) {
    assertEquals(text, Figures.loss(loss, change));
  }

  @ParameterizedTest
  @CsvSource({
    "84.3712, 3, 84.4",
    "5.55524, 4, 5.555",
    "3.33333, 4, 3.333",
    "0.00047, 2, 4.7e-4",
    "0.0047, 3, 0.00470",
    "22822.1, 3, 22800",
    "999.96, 4, 1000",
    "9.9996e7, 4, 1.000e8",
    "-0.261280703, 3, -0.261",
    "-Infinity, 3, -infinity"
  })
  void significantDigitsKeepTheirZeros(double value, int digits, String text) {
    assertEquals(text, Figures.significant(value, digits));
  }

  @ParameterizedTest
  @CsvSource({
    "2.2604, 2.26",
    "2.0123, 2.012",
    "2.00000038, 2.00000038",
    "3.999, 4.00",
    "23.0308, 23.03",
    "548848.17, 548800",
    "5.4e12, 5.400e12"
  })
  void etaKappaShowsThatItIsAboveTwo(double value, String text) {
    assertEquals(text, Figures.aboveTwo(value));
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0.6", "0.1, 0.1", "10, 10", "0.446423255124967, 0.446423255125", "1e-5, 1e-5"})
  void etaIsWrittenAsItWasGiven(double value, String text) {
    assertEquals(text, Figures.plain(value));
  }

  @ParameterizedTest
  @CsvSource({"0.331, 33 %", "0.7468, 75 %", "1, 100 %", "0.0034, 0.3 %", "0.00002, 0.002 %"})
  void sharesAreWholePerCentOrOneDigit(double share, String text) {
    assertEquals(text, Figures.percent(share));
  }
}
