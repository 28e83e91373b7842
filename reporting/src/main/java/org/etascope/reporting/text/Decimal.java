package org.etascope.reporting.text;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;

/** Doubles as files hold them. */
public final class Decimal {
  private Decimal() {}

  /**
   * Returns the shortest decimal that reads back to the same bits: {@code 1.0}, {@code 1.0E-5},
   * {@code NaN}, {@code -Infinity}.
   *
   * <p>Not {@link Double#toString}, which is not always the shortest before JDK 19 (JDK-4511638).
   */
  public static String of(double value) {
    return DoubleToDecimal.toString(value);
  }
}
