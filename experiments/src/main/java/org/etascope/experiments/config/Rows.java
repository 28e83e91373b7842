package org.etascope.experiments.config;

import java.util.OptionalInt;

/**
 * The rows of a data file that are used; the first row below the header is 1.
 *
 * @param first first row used, from 1
 * @param last last row used, from first; empty for the end of the file
 */
public record Rows(int first, OptionalInt last) {
  /** Every row. */
  public static final Rows ALL = new Rows(1, OptionalInt.empty());

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if first is below 1, or last below first
   */
  public Rows {
    if (first < 1 || last.orElse(first) < first) {
      throw new IllegalArgumentException(
          "rows need 1 <= first <= last, got first %s, last %s".formatted(first, last));
    }
  }

  boolean contains(int row) {
    return row >= first && !endsBefore(row);
  }

  boolean endsBefore(int row) {
    return last.isPresent() && row > last.getAsInt();
  }
}
