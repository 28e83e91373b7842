package org.etascope.experiments.config;

/** Which first increases have their evidence. */
public enum EvidenceChoice {
  /** That of every run. */
  ALL,
  /** Those of the flagged runs that the report shows. */
  FLAGGED,
  /** None. */
  NONE,
  /** That of every run while these are few, else those of the flagged ones. */
  AUTO
}
