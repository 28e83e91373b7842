package org.etascope.reporting.plot;

import java.util.List;
import java.util.stream.IntStream;

/** Some of many, evenly spread. */
final class EvenChoice {
  private EvenChoice() {}

  /**
   * Returns all items, or as many as there may be: the first, the last, and evenly between.
   *
   * @param most from 2
   */
  static <T> List<T> of(List<T> items, int most) {
    return items.size() <= most
        ? List.copyOf(items)
        : IntStream.range(0, most)
            .mapToObj(k -> items.get((int) ((long) k * (items.size() - 1) / (most - 1))))
            .toList();
  }
}
