package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The values of a swept axis, computed when asked for. Equal lists of values are equal objects,
 * however they were written.
 */
public sealed interface Values permits ListedValues, SteppedValues {
  /** How many values a text shows one by one. */
  int MOST_SHOWN = 100;

  /** Returns how many values there are, from 1. */
  long size();

  /**
   * Returns a value.
   *
   * @param i its position, 0 to size - 1
   */
  BigDecimal at(long i);

  /**
   * Returns a value where all are whole numbers.
   *
   * @param i its position, 0 to size - 1
   * @throws ArithmeticException if they are not, or it is beyond a long
   */
  default long whole(long i) {
    return at(i).longValueExact();
  }

  /** Returns whether a value is among these. */
  boolean contains(BigDecimal value);

  /** Returns text that is equal exactly for equal values. */
  String canonicalText();

  /** Returns these values, in order and without repetition. */
  static Values of(List<BigDecimal> values) {
    List<BigDecimal> normal = values.stream().map(Numeral::normal).toList();
    if (normal.size() >= 2) {
      SteppedValues stepped =
          new SteppedValues(normal.get(0), normal.get(1).subtract(normal.get(0)), normal.size());
      if (LongStream.range(0, normal.size())
          .allMatch(i -> stepped.at(i).compareTo(normal.get((int) i)) == 0)) {
        return stepped;
      }
    }
    return new ListedValues(normal);
  }

  /** Returns all values, as a list in brackets. */
  static String listed(Values values) {
    return LongStream.range(0, values.size())
        .mapToObj(values::at)
        .map(Numeral::text)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
