package org.etascope.core.diagnosis;

import org.etascope.core.network.Parameters;

/**
 * How often the gradient turned round at the end of a run: cos(g_t, g_{t+1}) < -0.9 over its last
 * pairs of steps. A pair counts if eta |g_t|^2 > B_t, so that its gradient is more than rounding.
 *
 * @param pairs how many pairs were looked at, 0 to {@value #MOST_PAIRS}
 * @param turned in how many that count it turned round
 * @param others how many others count, or may
 * @param exact whether each of the others was found to count
 */
record Reversals(int pairs, int turned, int others, boolean exact) {
  /** The most pairs that are looked at: the last, and no more than half of all. */
  private static final int MOST_PAIRS = 20;

  private static final int LEAST_PAIRS = 3;
  private static final double TURNED = -0.9;

  /** Returns how many pairs are looked at among so many transitions. */
  static int pairs(int transitions) {
    return Math.min(MOST_PAIRS, transitions / 2);
  }

  /** What is known without looking at every pair more closely. */
  enum Answer {
    RINGING,
    NOT_RINGING,
    UNKNOWN
  }

  /**
   * Returns whether the gradient turned round in more than half of the pairs that count, and at
   * least three count. Pairs that may count can only speak against it, or make up for too few.
   */
  Answer answer() {
    if (turned > others && (turned >= LEAST_PAIRS || (exact && turned + others >= LEAST_PAIRS))) {
      return Answer.RINGING;
    }
    boolean never = turned < LEAST_PAIRS - 1 || turned + others < LEAST_PAIRS;
    return exact || never ? Answer.NOT_RINGING : Answer.UNKNOWN;
  }

  /**
   * Notes pair after pair. A pair whose gradient did not turn round may count until it is shown not
   * to.
   */
  static final class Tally {
    private long turned;
    private long others;

    /**
     * Notes the next pair.
     *
     * @param dot g_t g_{t+1}
     * @param squaresBefore |g_t|^2
     * @param squares |g_{t+1}|^2
     * @return whether the gradient turned round; {@link #discount} then unless the pair counts
     */
    boolean note(double dot, double squaresBefore, double squares) {
      // cos(g_t, g_{t+1}) < -0.9
      boolean turn = dot < 0 && dot < TURNED * (Math.sqrt(squaresBefore) * Math.sqrt(squares));
      turned = turned << 1 | (turn ? 1 : 0);
      others = others << 1 | (turn ? 0 : 1);
      return turn;
    }

    /** Notes the next pair, g_t and g_{t+1}; see the other method. */
    boolean note(Parameters before, Parameters now) {
      return note(before.dot(now), before.dot(before), now.dot(now));
    }

    /** Takes back the pair noted last, which does not count. */
    void discount() {
      turned &= ~1L;
      others &= ~1L;
    }

    /**
     * Returns what was found.
     *
     * @param transitions how many transitions the run has
     * @param exact whether every pair that does not count was discounted
     */
    Reversals over(int transitions, boolean exact) {
      int pairs = pairs(transitions);
      long window = (1L << pairs) - 1;
      return new Reversals(
          pairs, Long.bitCount(turned & window), Long.bitCount(others & window), exact);
    }
  }
}
