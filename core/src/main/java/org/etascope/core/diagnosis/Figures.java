package org.etascope.core.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in sentences: rounded to what matters, the same in every locale. */
final class Figures {
  private static final double SMALLEST_FIXED = 1e-3;
  private static final double SMALLEST_SCIENTIFIC = 1e6;
  private static final int DOUBLE_DIGITS = 17;

  private Figures() {}

  /**
   * Returns a loss to six decimals below 1 and six digits elsewhere, and to more where the change
   * it belongs to would otherwise not show three digits of its own.
   */
  static String loss(double loss, double change) {
    if (!Double.isFinite(loss) || loss == 0) {
      return word(loss);
    }
    int first = exponent(loss);
    int last = change != 0 && Double.isFinite(change) ? exponent(Math.abs(change)) - 2 : first;
    int digits = isFixed(loss) && first < 0 ? first + 7 : 6;
    return digits(loss, Math.min(Math.max(digits, first - last + 1), DOUBLE_DIGITS));
  }

  /** Returns a number to so many significant digits. */
  static String significant(double value, int digits) {
    return !Double.isFinite(value) || value == 0 ? word(value) : digits(value, digits);
  }

  /** Returns a number to twelve significant digits, or fewer where the others are zeros. */
  static String plain(double value) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(12, RoundingMode.HALF_UP)).stripTrailingZeros();
    return isFixed(value) ? rounded.toPlainString() : digits(value, rounded.precision());
  }

  /** Returns a number above 2, to two decimals or as many as show it above 2; or to four digits. */
  static String aboveTwo(double value) {
    if (!(value < 100)) {
      return significant(value, 4);
    }
    int decimals = value > 2 ? Math.max(2, 1 - exponent(value - 2)) : 2;
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Returns a share of 1 in whole per cent, or to one digit below 1 %. */
  static String percent(double share) {
    return (share < 0.01 ? significant(100 * share, 1) : Math.round(100 * share)) + " %";
  }

  private static String digits(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = exponent(rounded);
    if (isFixed(value)) {
      return rounded
          .setScale(Math.max(0, digits - 1 - exponent), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
    return rounded
            .movePointLeft(exponent)
            .setScale(digits - 1, RoundingMode.UNNECESSARY)
            .toPlainString()
        + "e"
        + exponent;
  }

  private static boolean isFixed(double value) {
    return Math.abs(value) >= SMALLEST_FIXED && Math.abs(value) < SMALLEST_SCIENTIFIC;
  }

  /** The power of ten of the first digit; 1e-14 has -14, though its double lies a little below. */
  private static int exponent(double value) {
    return exponent(new BigDecimal(value).round(new MathContext(15)));
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static String word(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return value == 0 ? "0" : value > 0 ? "infinity" : "-infinity";
  }
}
