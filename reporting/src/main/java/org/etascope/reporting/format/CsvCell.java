package org.etascope.reporting.format;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.etascope.core.run.RunId;
import org.etascope.reporting.text.Decimal;
import org.etascope.reporting.text.PlainText;

/** One cell of a CSV file, safe to open in a spreadsheet and to print on a terminal. */
final class CsvCell {
  /** What does not exist. */
  static final CsvCell EMPTY = new CsvCell("");

  private static final CsvCell TRUE = new CsvCell("true");
  private static final CsvCell FALSE = new CsvCell("false");

  /** Those of small counts, which stand in nearly every row. */
  private static final List<CsvCell> COUNTS =
      IntStream.range(0, 256).mapToObj(count -> new CsvCell(Integer.toString(count))).toList();

  private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final String text;

  private CsvCell(String text) {
    this.text = text;
  }

  /**
   * Returns a cell of untrusted text. An apostrophe goes before what a spreadsheet would take for a
   * formula; text that is a number stays one.
   */
  static CsvCell text(String text) {
    boolean formula =
        !text.isEmpty()
            && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return new CsvCell(PlainText.oneLine(formula ? "'" + text : text));
  }

  /** Returns the hex digits of a run's id. */
  static CsvCell id(RunId id) {
    return new CsvCell(id.hex());
  }

  /** Returns a cell with the shortest decimal that reads back to the same bits. */
  static CsvCell number(double value) {
    return new CsvCell(Decimal.of(value));
  }

  /** Returns a cell with a whole number. */
  static CsvCell count(long value) {
    return value >= 0 && value < COUNTS.size()
        ? COUNTS.get((int) value)
        : new CsvCell(Long.toString(value));
  }

  /** Returns {@code true} or {@code false}. */
  static CsvCell flag(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns a number where there is one. */
  static CsvCell number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : EMPTY;
  }

  /** Returns a constant's name in lower case: {@code non_monotone}. */
  static CsvCell word(Enum<?> constant) {
    return new CsvCell(constant.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return text;
  }
}
