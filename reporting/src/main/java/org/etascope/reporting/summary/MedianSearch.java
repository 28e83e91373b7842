package org.etascope.reporting.summary;

import java.util.Arrays;

/**
 * Finds the median of a group of numbers exactly, in bounded memory, however many they are.
 *
 * <p>Numbers are kept while they are few. More than that are counted, in 2^16 intervals of equal
 * width over the bits of doubles, whose order is that of the numbers; the next pass over the same
 * numbers looks only at the interval that holds the median. A search for which there is no memory
 * waits for a later pass.
 */
final class MedianSearch {
  /** How many numbers are kept at most. */
  static final int MOST_KEPT = 1 << 18;

  private static final int INTERVAL_BITS = 16;

  /** What the counters take, in numbers of eight bytes. */
  private static final int ROOM_OF_COUNTS = (1 << INTERVAL_BITS) * Integer.BYTES / Double.BYTES;

  private static final int FEWEST_KEPT = 4;
  private static final double[] NONE_KEPT = {};
  private static final int[] NONE_COUNTED = {};

  private enum Mode {
    UNDECIDED,
    KEEPING,
    COUNTING,
    WAITING
  }

  private final MedianMemory memory;
  private Mode mode = Mode.KEEPING;
  private double[] kept = NONE_KEPT;
  private int[] counts = NONE_COUNTED;

  /** The interval that holds the median, with both its ends, as {@link #ordered} bits. */
  private long low = ordered(Double.NEGATIVE_INFINITY);

  private long high = ordered(Double.POSITIVE_INFINITY);

  /** How many numbers there are, below the interval, and within it. */
  private long total;

  private long below;
  private long within;

  /** Of the current pass: how many numbers are within, and the least above. */
  private long seen;

  private double leastAbove = Double.POSITIVE_INFINITY;
  private boolean firstPass = true;
  private boolean found;
  private double median = Double.NaN;

  MedianSearch(MedianMemory memory) {
    this.memory = memory;
  }

  /**
   * Takes the next number of a pass; the order of numbers does not matter.
   *
   * @param value any number but NaN
   */
  void add(double value) {
    if (found) {
      return;
    }
    long place = ordered(value);
    if (place > high) {
      leastAbove = Math.min(leastAbove, value);
    } else if (place >= low) {
      addWithin(value, place);
    }
  }

  private void addWithin(double value, long place) {
    if (mode == Mode.UNDECIDED) {
      decide();
    }
    if (mode == Mode.KEEPING && seen == kept.length) {
      grow();
    }
    if (mode == Mode.KEEPING) {
      kept[(int) seen] = value;
    } else if (mode == Mode.COUNTING) {
      counts[interval(place)]++;
    }
    seen++;
  }

  /** Chooses what to do in a later pass, of which it is known how many numbers are within. */
  private void decide() {
    if (within <= MOST_KEPT && memory.take(within)) {
      kept = new double[(int) within];
      mode = Mode.KEEPING;
    } else if (within > MOST_KEPT && memory.take(ROOM_OF_COUNTS)) {
      counts = new int[1 << INTERVAL_BITS];
      mode = Mode.COUNTING;
    } else {
      mode = Mode.WAITING;
    }
  }

  private void grow() {
    int length = Math.min(MOST_KEPT, Math.max(FEWEST_KEPT, 2 * kept.length));
    if (length == kept.length) {
      memory.giveBack(kept.length - ROOM_OF_COUNTS);
      mode = Mode.COUNTING;
      counts = new int[1 << INTERVAL_BITS];
      for (double value : kept) {
        counts[interval(ordered(value))]++;
      }
      kept = NONE_KEPT;
    } else if (memory.take(length - kept.length)) {
      kept = Arrays.copyOf(kept, length);
    } else {
      memory.giveBack(kept.length);
      kept = NONE_KEPT;
      mode = Mode.WAITING;
    }
  }

  /** Ends a pass over all numbers. */
  void endPass() {
    if (found) {
      return;
    }
    if (firstPass) {
      total = seen;
      within = seen;
      firstPass = false;
    }
    if (mode == Mode.KEEPING) {
      Arrays.sort(kept, 0, (int) seen);
      finish();
    } else if (mode == Mode.COUNTING && low == high) {
      finish();
    } else if (mode == Mode.COUNTING) {
      narrow();
    }
    memory.giveBack(kept.length + (counts.length == 0 ? 0 : ROOM_OF_COUNTS));
    kept = NONE_KEPT;
    counts = NONE_COUNTED;
    leastAbove = Double.POSITIVE_INFINITY;
    seen = 0;
    mode = Mode.UNDECIDED;
  }

  private void finish() {
    found = true;
    if (total > 0) {
      double lower = ofRank((total - 1) / 2);
      double upper = ofRank(total / 2);
      median = lower == upper ? lower : lower + (upper - lower) / 2;
    }
  }

  /** Returns the number of a rank, from 0, that is within the interval or the next above. */
  private double ofRank(long rank) {
    long place = rank - below;
    if (place >= within) {
      return leastAbove;
    }
    return mode == Mode.KEEPING ? kept[(int) place] : Double.longBitsToDouble(ordered(low));
  }

  /** Leaves of the interval what holds the lower of the two numbers in the middle. */
  private void narrow() {
    long rank = (total - 1) / 2;
    int shift = shift();
    int interval = 0;
    while (below + counts[interval] <= rank) {
      below += counts[interval];
      interval++;
    }
    within = counts[interval];
    low += (long) interval << shift;
    long width = (1L << shift) - 1;
    high = Long.compareUnsigned(high - low, width) < 0 ? high : low + width;
  }

  private int interval(long place) {
    return (int) ((place - low) >>> shift());
  }

  /** By how many bits a distance from the low end is shifted to be the number of an interval. */
  private int shift() {
    return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(high - low) - INTERVAL_BITS);
  }

  /** Returns how many numbers there are, once the first pass is over. */
  long total() {
    return total;
  }

  /** Returns whether the median is known; until then another pass is needed. */
  boolean isFound() {
    return found;
  }

  /** Returns the middle number, or the mean of the two in the middle. */
  double median() {
    if (!found || total == 0) {
      throw new IllegalStateException("no median is known");
    }
    return median;
  }

  /** Returns bits that, as integers, have the order of the numbers; its own inverse on bits. */
  private static long ordered(double value) {
    return ordered(Double.doubleToRawLongBits(value));
  }

  private static long ordered(long bits) {
    return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
  }
}
