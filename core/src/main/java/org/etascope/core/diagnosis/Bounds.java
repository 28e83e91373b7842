package org.etascope.core.diagnosis;

/**
 * What a number is known not to be below and not to be above; infinite or NaN where nothing is
 * known.
 */
record Bounds(double atLeast, double atMost) {
  static final Bounds UNKNOWN = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Returns bounds of the number times a factor, from 0. */
  Bounds times(double factor) {
    return new Bounds(factor * atLeast, factor * atMost);
  }

  /** Returns bounds of the mean of this number and another. */
  Bounds mean(Bounds other) {
    return new Bounds(0.5 * (atLeast + other.atLeast), 0.5 * (atMost + other.atMost));
  }
}
