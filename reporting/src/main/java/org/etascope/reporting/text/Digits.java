package org.etascope.reporting.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/** Numbers for readers: as many digits as they need, the same in every locale. */
public final class Digits {
  private static final int IN_TABLES = 4;
  private static final int IN_SENTENCES = 3;
  private static final int ALL = 17;
  private static final double MOST_FIXED = 1e6;
  private static final int LEAST_PLAIN_EXPONENT = -4;
  private static final int MOST_PLAIN_EXPONENT = 5;

  private Digits() {}

  /** Returns four significant digits: {@code 0.04028}, {@code 7.385e-08}, {@code 1.234e+04}. */
  public static String of(double value) {
    return significant(value, IN_TABLES);
  }

  /**
   * Returns a value with a number of significant digits, in scientific form where its exponent is
   * below -4 or its whole part has more digits than that: the form of {@code %g} in C, trailing
   * zeros kept.
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < LEAST_PLAIN_EXPONENT || exponent >= digits
        ? scientific(rounded, exponent, digits)
        : rounded.setScale(digits - 1 - exponent, RoundingMode.UNNECESSARY).toPlainString();
  }

  /** Returns a value in full: {@code 0.1}, {@code 3}, {@code 1e-05}, {@code 2.5}. */
  public static String exact(double value) {
    return withoutTrailingZeros(new BigDecimal(Decimal.of(value)));
  }

  /** Returns a value rounded to significant digits, without trailing zeros. */
  public static String rounded(double value, int digits) {
    return withoutTrailingZeros(new BigDecimal(value).round(new MathContext(digits)));
  }

  private static String withoutTrailingZeros(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    return exponent < LEAST_PLAIN_EXPONENT || exponent > MOST_PLAIN_EXPONENT
        ? scientific(stripped, exponent, stripped.precision())
        : stripped.toPlainString();
  }

  /** Returns a value with as many significant digits as tell it from another. */
  public static String inContrast(double value, double other) {
    return significant(value, tellingApart(value, other));
  }

  /**
   * Returns a value with a number of decimals, or with as many significant digits where that would
   * hide it or blow it up.
   *
   * @param decimals 1 or more
   */
  public static String fixed(double value, int decimals) {
    return showsFixed(value, decimals)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : significant(value, decimals);
  }

  /**
   * Returns a value as {@link #fixed} does, but always in scientific form where decimals would not
   * do; zero is {@code 0}.
   *
   * @param decimals 1 or more
   */
  public static String fixedOrScientific(double value, int decimals) {
    if (value == 0 || !Double.isFinite(value) || showsFixed(value, decimals)) {
      return fixed(value, decimals);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(decimals));
    return scientific(rounded, rounded.precision() - rounded.scale() - 1, decimals);
  }

  private static boolean showsFixed(double value, int decimals) {
    double size = Math.abs(value);
    return size < MOST_FIXED
        && new BigDecimal(size).compareTo(BigDecimal.ONE.movePointLeft(Math.max(1, decimals - 1)))
            >= 0;
  }

  /**
   * Returns how many significant digits, at least three, keep different values apart, or all 17.
   */
  public static int tellingApart(double... values) {
    double[] distinct = Arrays.stream(values).distinct().toArray();
    int digits = IN_SENTENCES;
    while (digits < ALL && !apart(distinct, digits)) {
      digits++;
    }
    return digits;
  }

  private static boolean apart(double[] distinct, int digits) {
    return Arrays.stream(distinct).mapToObj(value -> significant(value, digits)).distinct().count()
        == distinct.length;
  }

  /** Returns a share in per cent, never rounded to 0 % or 100 % unless it is that. */
  public static String percent(double fraction) {
    return percent(fraction, 0);
  }

  /** Returns an interval of shares in per cent, whose ends are told apart: {@code 97.1 to 97.3}. */
  public static String percents(double low, double high) {
    int decimals = 0;
    while (low < high && decimals < ALL && percent(low, decimals).equals(percent(high, decimals))) {
      decimals++;
    }
    return percent(low, decimals) + " to " + percent(high, decimals);
  }

  private static String percent(double fraction, int leastDecimals) {
    BigDecimal percent = new BigDecimal(Decimal.of(fraction)).scaleByPowerOfTen(2);
    int decimals = leastDecimals;
    while (hides(percent, decimals)) {
      decimals++;
    }
    return percent.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static boolean hides(BigDecimal percent, int decimals) {
    BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_EVEN);
    BigDecimal hundred = BigDecimal.valueOf(100);
    return (rounded.signum() == 0 && percent.signum() != 0)
        || (rounded.compareTo(hundred) == 0 && percent.compareTo(hundred) != 0);
  }

  /** Returns a relative rise in per cent with its sign, {@code +84.4 %}, or {@code infinite}. */
  public static String rise(double relative) {
    return Double.isInfinite(relative)
        ? "infinite"
        : "+" + significant(100 * relative, IN_SENTENCES) + " %";
  }

  private static String scientific(BigDecimal rounded, int exponent, int digits) {
    String mantissa =
        rounded
            .movePointLeft(exponent)
            .setScale(digits - 1, RoundingMode.UNNECESSARY)
            .toPlainString();
    String size = Integer.toString(Math.abs(exponent));
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" : "") + size;
  }

  private static String nonFinite(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
  }
}
