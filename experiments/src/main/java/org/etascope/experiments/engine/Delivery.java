package org.etascope.experiments.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.etascope.experiments.store.StoredRun;

/**
 * The way of results from one training thread to the writer: many at a time, which costs neither of
 * them much, but none later than a moment after it is there.
 *
 * @param <R> what a result is packed as
 */
final class Delivery<R> {
  /** How many results are handed over together at most. */
  static final int MOST_RESULTS = 512;

  private static final long MOST_NUMBERS = 1 << 18;
  private static final long LONGEST_NANOSECONDS = 100_000_000L;

  private final Function<StoredRun, R> packing;
  private final BlockingQueue<List<R>> writer;
  private final List<StoredRun> waiting = new ArrayList<>();
  private long numbers;
  private long since;

  /**
   * Makes a way to a writer.
   *
   * @param packing makes of a result what the writer takes
   * @param writer takes the results, and makes this thread wait where it has too many
   */
  Delivery(Function<StoredRun, R> packing, BlockingQueue<List<R>> writer) {
    this.packing = packing;
    this.writer = writer;
  }

  /** Adds a result. */
  void add(StoredRun run) {
    if (waiting.isEmpty()) {
      since = System.nanoTime();
    }
    waiting.add(run);
    numbers += run.result().spec().training().steps();
    if (waiting.size() >= MOST_RESULTS
        || numbers >= MOST_NUMBERS
        || System.nanoTime() - since > LONGEST_NANOSECONDS) {
      flush();
    }
  }

  /** Packs what was added and hands it over. */
  void flush() {
    try {
      if (!waiting.isEmpty()) {
        writer.put(waiting.stream().map(packing).toList());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting.clear();
    numbers = 0;
  }
}
