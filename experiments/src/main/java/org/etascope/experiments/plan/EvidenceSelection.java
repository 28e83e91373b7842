package org.etascope.experiments.plan;

/** Which first increases have their evidence in a report. */
public enum EvidenceSelection {
  /** That of every run; it comes about while the run is trained. */
  ALL,
  /**
   * Those of the first runs in plan order that did anything but descend, as many as a report lists;
   * these are replayed.
   */
  FLAGGED,
  /** None. */
  NONE
}
