package org.etascope.experiments.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.etascope.experiments.store.StoredRun;

/**
 * The way of results from one training thread to the writer: many at a time, which costs neither of
 * them much, but none later than a moment after it is there.
 */
final class Delivery {
  private static final int MOST_RESULTS = 256;
  private static final long MOST_NUMBERS = 1 << 18;
  private static final long LONGEST_NANOSECONDS = 100_000_000L;

  private final BlockingQueue<List<StoredRun>> writer;
  private List<StoredRun> waiting = new ArrayList<>();
  private long numbers;
  private long since;

  /**
   * Makes a way to a writer.
   *
   * @param writer takes the results, and makes this thread wait where it has too many
   */
  Delivery(BlockingQueue<List<StoredRun>> writer) {
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

  /** Hands over what was added. */
  void flush() {
    try {
      if (!waiting.isEmpty()) {
        writer.put(waiting);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting = new ArrayList<>();
    numbers = 0;
  }
}
