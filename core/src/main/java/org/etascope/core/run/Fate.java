package org.etascope.core.run;

/** What became of a run. Fates partition the runs of a cell; the first that holds is the run's. */
public enum Fate {
  /** The run could not be executed. */
  FAILED,
  /** The loss stopped being finite. */
  DIVERGED,
  /** Every output's ReLU was off on all points at the last step, so nothing can change any more. */
  DEAD,
  /** The loss rose at one step at least. */
  NON_MONOTONE,
  /** The loss never rose. */
  MONOTONE
}
