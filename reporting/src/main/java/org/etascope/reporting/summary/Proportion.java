package org.etascope.reporting.summary;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share of trials, with the interval that Wilson's score test leaves at 95 % confidence.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22 (1927), 209-212, doi:10.2307/2276774.
 *
 * @param successes 0 to trials
 * @param trials 1 to 2^31 - 1
 */
public record Proportion(long successes, long trials) {
  private static final double CONFIDENCE = 0.95;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if trials or successes are out of range
   */
  public Proportion {
    if (trials < 1 || trials > Integer.MAX_VALUE || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "%s successes in %s trials are no proportion".formatted(successes, trials));
    }
  }

  /** Returns successes / trials, 0 to 1. */
  public double fraction() {
    return (double) successes / trials;
  }

  /** Returns the lower limit of the 95 % interval, exactly 0 without a success. */
  public double low() {
    return successes == 0 ? 0 : wilson().getLowerBound();
  }

  /** Returns the upper limit of the 95 % interval, exactly 1 without a failure. */
  public double high() {
    return successes == trials ? 1 : wilson().getUpperBound();
  }

  private ConfidenceInterval wilson() {
    return new WilsonScoreInterval().createInterval((int) trials, (int) successes, CONFIDENCE);
  }
}
