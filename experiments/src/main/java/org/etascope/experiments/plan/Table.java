package org.etascope.experiments.plan;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Values that many runs share, each of them one object where there are few. */
final class Table {
  /** So that what is kept takes a few megabytes at most. */
  private static final long MOST_NUMBERS = 1 << 20;

  private Table() {}

  /**
   * Returns a function with the same values, which computes them once if they are few.
   *
   * @param size how many values there are, from 1
   * @param numbers about how many numbers each of them holds
   * @param values the value at each place, from 0
   */
  static <T> IntFunction<T> of(int size, long numbers, IntFunction<T> values) {
    if (numbers > MOST_NUMBERS / size) {
      return values;
    }
    List<T> table = IntStream.range(0, size).mapToObj(values).toList();
    return table::get;
  }
}
