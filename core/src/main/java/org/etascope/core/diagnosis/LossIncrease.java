package org.etascope.core.diagnosis;

import java.util.Optional;

/**
 * A certified increase: the exact loss at the stored parameters rose from one step to the next,
 * whatever rounding did to its computation.
 *
 * @param step the step whose loss is higher, from 1
 * @param before L at step - 1
 * @param after L at step, not finite where the loss overflowed
 * @param cause why it rose
 * @param evidence what can be said about it, in sentences, if that was asked for; see {@link
 *     Evidence}
 */
public record LossIncrease(
    int step, double before, double after, Cause cause, Optional<String> evidence) {
  /** Returns the same increase without its evidence. */
  LossIncrease withoutEvidence() {
    return new LossIncrease(step, before, after, cause, Optional.empty());
  }

  /** Returns after - before, infinite where the loss is no number any more. */
  public double change() {
    return Double.isNaN(after) ? Double.POSITIVE_INFINITY : after - before;
  }

  /** Returns (after - before) / before: 0.844 for a rise by 84.4 %, infinite from a loss of 0. */
  public double relative() {
    return relative(before, after);
  }

  static double relative(double before, double after) {
    return Double.isNaN(after) ? Double.POSITIVE_INFINITY : (after - before) / before;
  }
}
