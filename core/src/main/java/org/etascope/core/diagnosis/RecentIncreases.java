package org.etascope.core.diagnosis;

/**
 * Which of a run's last 64 transitions were certified increases, and how they end. Bit k of a mask
 * stands for the transition k before the last, so that bit 0 is the last itself.
 *
 * @param all the increases
 * @param kinks those that kinks caused
 * @param growing how many increases in a row end the run
 * @param calm how many transitions lie behind the last increase: all, if there is none
 */
record RecentIncreases(long all, long kinks, int growing, int calm) {
  /** Adds up increases in the order of their steps. */
  static final class Tally {
    private long all;
    private long kinks;
    private int growing;
    private int last;

    void add(int step, Cause cause) {
      int passed = step - last;
      all = older(all, passed) | 1;
      kinks = older(kinks, passed) | (cause == Cause.KINK ? 1 : 0);
      growing = passed == 1 ? growing + 1 : 1;
      last = step;
    }

    /**
     * Returns the increases as the last step sees them.
     *
     * @param step the last step, not before any that was added
     */
    RecentIncreases at(int step) {
      int calm = step - last;
      return new RecentIncreases(
          older(all, calm), older(kinks, calm), calm == 0 ? growing : 0, calm);
    }

    private static long older(long mask, int transitions) {
      return transitions < Long.SIZE ? mask << transitions : 0;
    }
  }
}
