package org.etascope.core.diagnosis;

/**
 * A rise of the loss from one step to the next.
 *
 * @param step the step whose loss is higher, from 1
 * @param before L at step - 1
 * @param after L at step, not finite where the loss overflowed
 */
public record LossIncrease(int step, double before, double after) {
  /** Returns (after - before) / before: 0.844 for a rise by 84.4 %, infinite from a loss of 0. */
  public double relative() {
    return Double.isNaN(after) ? Double.POSITIVE_INFINITY : (after - before) / before;
  }
}
