package org.etascope.reporting.summary;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The finished runs of a sweep in plan order, those that failed among them. They can be read any
 * number of times, and are never all in memory.
 */
@FunctionalInterface
public interface Runs {
  /** Returns all runs; the caller closes the stream. */
  Stream<SweepRun> stream();

  /**
   * Reads all runs in consecutive parts, some of which may be empty.
   *
   * @param work is done on the runs of each part, in plan order; possibly on several parts at the
   *     same time, on other threads
   * @param next takes what came of each part, in plan order, on the calling thread
   */
  default <T> void inParts(Function<List<SweepRun>, T> work, Consumer<T> next) {
    try (Stream<SweepRun> runs = stream()) {
      next.accept(work.apply(runs.toList()));
    }
  }

  /** Hands on all runs in plan order, on the calling thread. */
  default void forEach(Consumer<SweepRun> action) {
    inParts(part -> part, part -> part.forEach(action));
  }
}
