package org.etascope.core.diagnosis;

/** What only some verdicts ask for, at the price of training the run again. */
interface CloserLook {
  /**
   * Returns eta lambda, the learning rate in force times the sharpness, at each of some steps; NaN
   * where the sharpness is not known.
   *
   * @param steps recorded steps, in ascending order
   */
  double[] etaLambda(int... steps);

  /** Returns exactly how often the gradient turned round in the end. */
  Reversals reversals();
}
