package org.etascope.reporting.diff;

import org.etascope.reporting.summary.SweepRun;

/**
 * Two runs of the same eta, neurons, seed and settings, from two sweeps.
 *
 * @param first the run of the first sweep
 * @param second the run of the second sweep
 */
public record RunPair(SweepRun first, SweepRun second) {
  /** Returns whether the two met different fates. */
  public boolean flipped() {
    return first.fate() != second.fate();
  }

  /** Returns whether the two are determined by the same spec, and should be equal in every bit. */
  boolean sameSpec() {
    return first.result().spec().id().equals(second.result().spec().id());
  }
}
