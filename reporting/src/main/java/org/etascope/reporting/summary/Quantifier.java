package org.etascope.reporting.summary;

import java.math.BigDecimal;

/** How many of the matched runs an expectation wants to share a fate. */
public sealed interface Quantifier {
  /**
   * Returns whether the wish is met.
   *
   * @param counted runs that have the fate
   * @param matched runs in question, from 1
   */
  boolean holds(long counted, long matched);

  /** Returns whether a run speaks against the wish, given whether it has the fate. */
  boolean isCounterexample(boolean hasFate);

  /** Every run. */
  record All() implements Quantifier {
    @Override
    public boolean holds(long counted, long matched) {
      return counted == matched;
    }

    @Override
    public boolean isCounterexample(boolean hasFate) {
      return !hasFate;
    }
  }

  /** No run. */
  record None() implements Quantifier {
    @Override
    public boolean holds(long counted, long matched) {
      return counted == 0;
    }

    @Override
    public boolean isCounterexample(boolean hasFate) {
      return hasFate;
    }
  }

  /**
   * This share of the runs or more.
   *
   * @param percent 0 to 100, compared exactly
   */
  record AtLeast(BigDecimal percent) implements Quantifier {
    /**
     * Checks the percentage.
     *
     * @throws IllegalArgumentException if it is not within 0 and 100
     */
    public AtLeast {
      requirePercentage(percent);
    }

    @Override
    public boolean holds(long counted, long matched) {
      return hundredTimes(counted).compareTo(percent.multiply(BigDecimal.valueOf(matched))) >= 0;
    }

    @Override
    public boolean isCounterexample(boolean hasFate) {
      return !hasFate;
    }
  }

  /**
   * This share of the runs or less.
   *
   * @param percent 0 to 100, compared exactly
   */
  record AtMost(BigDecimal percent) implements Quantifier {
    /**
     * Checks the percentage.
     *
     * @throws IllegalArgumentException if it is not within 0 and 100
     */
    public AtMost {
      requirePercentage(percent);
    }

    @Override
    public boolean holds(long counted, long matched) {
      return hundredTimes(counted).compareTo(percent.multiply(BigDecimal.valueOf(matched))) <= 0;
    }

    @Override
    public boolean isCounterexample(boolean hasFate) {
      return hasFate;
    }
  }

  private static BigDecimal hundredTimes(long count) {
    return BigDecimal.valueOf(count).scaleByPowerOfTen(2);
  }

  private static void requirePercentage(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("a percentage lies within 0 and 100, got " + percent);
    }
  }
}
