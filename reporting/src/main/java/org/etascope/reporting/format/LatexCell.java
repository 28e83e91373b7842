package org.etascope.reporting.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.etascope.reporting.text.Digits;

/**
 * What stands in one place of a LaTeX table.
 *
 * @param latex how it is written
 * @param width how wide it is printed, about, in widths of a digit
 */
record LatexCell(String latex, double width) {
  /** Nothing. */
  static final LatexCell EMPTY = new LatexCell("", 0);

  /** A number as readers are shown it: mantissa, exponent, per cent. */
  private static final Pattern NUMBER =
      Pattern.compile("([-+]?\\d+(?:\\.\\d+)?)(?:e([-+])0*(\\d+))?( %)?");

  private static final double TIMES_TEN = 3.6;
  private static final double RAISED = 0.75;

  /** Returns untrusted text that prints as it reads. */
  static LatexCell text(String text) {
    return new LatexCell(LatexWriter.escape(text), text.length());
  }

  /** Returns mathematics of our own. */
  static LatexCell mathematics(String latex, double width) {
    return new LatexCell("$" + latex + "$", width);
  }

  /** Returns a value with a number of decimals, or in scientific form. */
  static LatexCell number(double value, int decimals) {
    return quantity(Digits.fixedOrScientific(value, decimals));
  }

  /** Returns a number that is text already, typeset as one; other text as it reads. */
  static LatexCell quantity(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return number(number);
    }
    return switch (text) {
      case "infinity" -> mathematics("\\infty", 2);
      case "-infinity" -> mathematics("-\\infty", 4);
      default -> text(text);
    };
  }

  private static LatexCell number(Matcher number) {
    String mantissa = number.group(1);
    String digits = number.group(3);
    String percent = number.group(4) == null ? "" : "\\,\\%";
    double width = mantissa.length() + (percent.isEmpty() ? 0 : 2);
    if (digits == null) {
      return new LatexCell("$" + mantissa + percent + "$", width);
    }
    String exponent = (number.group(2).equals("-") ? "-" : "") + digits;
    return mathematics(
        mantissa + "{\\times}10^{" + exponent + "}" + percent,
        width + TIMES_TEN + RAISED * exponent.length());
  }
}
