package org.etascope.reporting.summary;

import org.etascope.core.run.Fate;

/** Which runs are written step by step. A failed run is not: it has no steps. */
public enum TraceSelection {
  /** Every run. */
  ALL,
  /** Runs that did anything but descend. */
  FLAGGED,
  /** No run. */
  NONE;

  /** Returns whether a run is. */
  public boolean includes(SweepRun run) {
    return switch (this) {
      case ALL -> run.fate() != Fate.FAILED;
      case FLAGGED -> run.fate() != Fate.FAILED && run.flagged();
      case NONE -> false;
    };
  }

  /** Returns how many runs are, of those that met these fates. */
  public long count(FateCounts fates) {
    return switch (this) {
      case ALL -> fates.trained();
      case FLAGGED -> fates.trained() - fates.of(Fate.MONOTONE);
      case NONE -> 0;
    };
  }
}
