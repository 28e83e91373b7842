package org.etascope.core.diagnosis;

/**
 * eta lambda, the learning rate in force times the sharpness, at some steps of a run. Mostly it is
 * enough to know on which side of a limit it lies, which costs less than its value.
 */
interface EtaLambda {
  /** Returns bounds of eta lambda at the k-th step that cost no more than a forward pass. */
  Bounds bounds(int k);

  /** Returns bounds that mostly are as close as rounding allows. */
  Bounds closeBounds(int k);

  /** Returns whether eta lambda is known at the k-th step, and below a limit. */
  boolean isBelow(int k, double limit);

  /** Returns whether eta lambda is known at the k-th step, and above a limit. */
  boolean isAbove(int k, double limit);

  /** Returns eta lambda at the k-th step, NaN where it is not known. */
  double value(int k);
}
