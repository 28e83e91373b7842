package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardNormalTest {
  /** Values of mpmath 1.2.1 with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "-3.5, 0.0002326290790355250363499259",
    "-2, 0.02275013194817920720028264",
    "-1, 0.1586552539314570514147675",
    "-0.5, 0.3085375387259868963622954",
    "-1e-8, 0.4999999960105771959856732",
    "0.25, 0.5987063256829237242408538",
    "0.75, 0.7733726476231318006729378",
    "1, 0.8413447460685429485852325",
    "2, 0.9772498680518207927997174",
    "4, 0.9999683287581668800787462",
    "8, 0.9999999999999993779039426"
  })
  void cdfIsWithinItsErrorOfTheExactValue(double z, double exact) {
    assertEquals(exact, StandardNormal.cdf(z), StandardNormal.CDF_ERROR);
  }

  /** Below 0 digits are not lost: Phi(-8) and Phi(-30) by mpmath. */
  @Test
  void cdfKeepsItsDigitsInTheTail() {
    assertEquals(1, StandardNormal.cdf(-8) / 6.220960574271784e-16, 1e-13);
    assertEquals(1, StandardNormal.cdf(-30) / 4.906713927148187e-198, 1e-11);
    assertEquals(0.0, StandardNormal.cdf(-50));
    assertEquals(1.0, StandardNormal.cdf(50));
  }

  /** Commons Math promises 1e-15. */
  @Test
  void cdfAgreesWithCommonsMathOverItsRange() {
    for (double z = -9; z <= 9; z += 1.0 / 1024) {
      double reference = 0.5 * Erf.erfc(-z / Math.sqrt(2));
      assertEquals(reference, StandardNormal.cdf(z), 2e-15, "z = " + z);
    }
  }
}
