package org.etascope.reporting.summary;

import org.etascope.core.run.Fate;

/** Which runs have their trace written. A failed run has none. */
public enum TraceSelection {
  /** Every run. */
  ALL,
  /** Runs that did anything but descend. */
  FLAGGED,
  /** No run. */
  NONE;

  /** Returns whether the trace of a run is written. */
  public boolean includes(SweepRun run) {
    return run.fate() != Fate.FAILED && (this == ALL || (this == FLAGGED && run.flagged()));
  }
}
