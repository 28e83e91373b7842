package org.etascope.core.diagnosis;

import java.util.function.IntToDoubleFunction;

/** What only some verdicts ask for, at the price of training the run again. */
interface CloserLook {
  /**
   * Returns what computes eta lambda, the learning rate in force times the sharpness, at the k-th
   * of some steps when it is asked for; NaN where the sharpness is not known.
   *
   * @param steps recorded steps, in ascending order
   */
  IntToDoubleFunction etaLambda(int... steps);

  /** Returns exactly how often the gradient turned round in the end. */
  Reversals reversals();
}
