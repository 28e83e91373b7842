package org.etascope.core.diagnosis;

/** What only some verdicts ask for, and is computed when they do. */
interface CloserLook {
  /**
   * Returns what tells eta lambda at some steps.
   *
   * @param steps recorded steps, in ascending order
   */
  EtaLambda etaLambda(int... steps);

  /** Returns exactly how often the gradient turned round in the end. */
  Reversals reversals();
}
