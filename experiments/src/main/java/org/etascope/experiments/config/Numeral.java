package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numerals: what is one, what looks like one to YAML 1.1, and how a number is written. */
final class Numeral {
  private static final int LONGEST = 100;
  private static final int PLAIN_DIGITS = 20;
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0+([0-9]+(\\.[0-9]+)?)");
  private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9]+(:[0-9.]+)+");
  private static final Pattern OTHER_BASE = Pattern.compile("[-+]?0[xXbBoO][0-9a-fA-F_]+");
  private static final Pattern UNDERSCORES = Pattern.compile("[-+]?[0-9]+(_+[0-9]+)+(\\.[0-9]+)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
  private static final Pattern BARE_POINT = Pattern.compile("[-+]?([0-9]*)\\.([0-9]*)");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(inf|nan|infinity)", Pattern.CASE_INSENSITIVE);
  private static final List<String> TRUTHS =
      List.of("y", "yes", "n", "no", "on", "off", "true", "false");

  private Numeral() {}

  /** Returns why a text is not a decimal number that a double can hold, as the end of a message. */
  static Optional<String> complaint(String text) {
    if (text.length() > LONGEST) {
      return Optional.of(", which has more than " + LONGEST + " characters");
    }
    if (DECIMAL.matcher(text).matches()) {
      return rangeComplaint(text);
    }
    return Optional.of(likeness(text));
  }

  private static Optional<String> rangeComplaint(String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return Optional.of(", which is beyond the largest double, about 1.8e308");
    }
    if (value == 0 && !isZero(text)) {
      return Optional.of(", which a double rounds to 0; the smallest is about 4.9e-324");
    }
    return Optional.empty();
  }

  private static String likeness(String text) {
    if (LEADING_ZERO.matcher(text).matches()) {
      return "; a leading 0 means octal in YAML 1.1, so write "
          + LEADING_ZERO.matcher(text).replaceFirst("$1");
    }
    if (SEXAGESIMAL.matcher(text).matches()) {
      return "; YAML 1.1 reads this in base 60, so write a decimal number";
    }
    if (OTHER_BASE.matcher(text).matches()) {
      return "; only decimal numbers are read";
    }
    if (UNDERSCORES.matcher(text).matches()) {
      return "; write it without underscores, " + text.replace("_", "");
    }
    if (COMMA.matcher(text).matches()) {
      return "; the decimal point is a point, " + text.replace(',', '.');
    }
    if (BARE_POINT.matcher(text).matches() && text.length() > 1) {
      return "; write a digit on both sides of the point, such as 0.5";
    }
    if (NOT_FINITE.matcher(text).matches()) {
      return ", which is not finite";
    }
    if (TRUTHS.contains(text.toLowerCase(Locale.ROOT))) {
      return ", which is a word and not a number";
    }
    return "";
  }

  /** Returns the exact value of a numeral without complaint. */
  static BigDecimal exact(String text) {
    return isZero(text) ? BigDecimal.ZERO : normal(new BigDecimal(text));
  }

  private static boolean isZero(String text) {
    return text.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  /** Returns the one representation of a value: no trailing zeros, whole numbers with scale 0. */
  static BigDecimal normal(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.precision() - stripped.scale() <= PLAIN_DIGITS
        ? stripped.setScale(0)
        : stripped;
  }

  /** Returns a number as a user would write it. */
  static String text(BigDecimal value) {
    return normal(value).toString();
  }
}
