package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers that a key takes.
 *
 * @param whole whether they have no decimal point or exponent
 * @param inRange smallest and largest allowed
 * @param description what they are, with their range, e.g. {@code a whole number from 1 to 64}
 */
record NumberKind(boolean whole, Range inRange, String description) {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /**
   * An interval.
   *
   * @param openBelow whether min itself is excluded
   */
  record Range(BigDecimal min, boolean openBelow, BigDecimal max) {
    boolean contains(BigDecimal value) {
      int aboveMin = value.compareTo(min);
      return (openBelow ? aboveMin > 0 : aboveMin >= 0) && value.compareTo(max) <= 0;
    }
  }

  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);
  static final NumberKind ANY =
      new NumberKind(false, new Range(LARGEST.negate(), false, LARGEST), "a number");
  static final NumberKind POSITIVE =
      new NumberKind(false, new Range(BigDecimal.ZERO, true, LARGEST), "a number above 0");
  static final NumberKind NOT_NEGATIVE =
      new NumberKind(false, new Range(BigDecimal.ZERO, false, LARGEST), "a number from 0");
  static final NumberKind FROM_0_TO_1 =
      new NumberKind(
          false, new Range(BigDecimal.ZERO, false, BigDecimal.ONE), "a number from 0 to 1");
  static final NumberKind ABOVE_0_TO_1 =
      new NumberKind(
          false, new Range(BigDecimal.ZERO, true, BigDecimal.ONE), "a number above 0, at most 1");
  static final NumberKind FROM_0_BELOW_1 =
      new NumberKind(
          false,
          new Range(BigDecimal.ZERO, false, new BigDecimal(Math.nextDown(1.0))),
          "a number from 0 to below 1");

  static NumberKind whole(long min, long max) {
    return new NumberKind(
        true,
        new Range(BigDecimal.valueOf(min), false, BigDecimal.valueOf(max)),
        String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max));
  }

  /** Returns the same numbers, described as one of the things that a key takes. */
  NumberKind describedAs(String description) {
    return new NumberKind(whole, inRange, description);
  }

  /** Returns why a text is not such a number, as the end of a message; nothing if it is one. */
  Optional<String> complaint(String text) {
    Optional<String> complaint = Numeral.complaint(text);
    if (complaint.isPresent()) {
      return complaint;
    }
    BigDecimal value = Numeral.exact(text);
    if (!inRange.contains(value)) {
      return Optional.of("");
    }
    if (whole && !WHOLE.matcher(text).matches()) {
      return Optional.of("; write it without point and exponent");
    }
    return Optional.empty();
  }
}
