package org.etascope.reporting.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that is often asked for what it said last, and then says it again without computing
 * it. Not thread-safe.
 *
 * @param <A> what it takes, equal where its values are
 * @param <V> its values
 */
final class Repeated<A, V> implements Function<A, V> {
  private final Function<A, V> function;
  private @Nullable A argument;
  private @Nullable V value;

  Repeated(Function<A, V> function) {
    this.function = function;
  }

  @Override
  public V apply(A next) {
    V known = value;
    if (known == null || !next.equals(argument)) {
      known = function.apply(next);
      argument = next;
      value = known;
    }
    return known;
  }
}
