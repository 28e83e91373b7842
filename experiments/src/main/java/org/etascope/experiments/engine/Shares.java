package org.etascope.experiments.engine;

import java.util.BitSet;

/**
 * Hands out the ordinals of missing runs, neighbours together: many while there are many, so that
 * lanes and threads are seldom idle, fewer towards the end, so that threads finish together.
 */
final class Shares {
  /** No more than a {@link Delivery}, so that results reach the writer nearly in plan order. */
  private static final int LARGEST = Delivery.MOST_RESULTS;

  private final BitSet missing;
  private final int threads;
  private final int smallest;
  private int left;
  private int next;

  /**
   * Makes a source of shares.
   *
   * @param missing the ordinals, not changed any more
   * @param threads how many threads ask for shares
   * @param smallest how many runs a thread trains at once, from 1
   */
  Shares(BitSet missing, int threads, int smallest) {
    this.missing = missing;
    this.threads = threads;
    this.smallest = smallest;
    this.left = missing.cardinality();
  }

  /** Returns the next ordinals, ascending; none where all are handed out. */
  synchronized int[] next() {
    int size = Math.min(left, Math.max(smallest, Math.min(LARGEST, left / (2 * threads))));
    int[] share = new int[size];
    for (int k = 0; k < size; k++) {
      share[k] = missing.nextSetBit(next);
      next = share[k] + 1;
    }
    left -= size;
    return share;
  }
}
