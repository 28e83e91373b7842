package org.etascope.experiments.config;

/** Which runs are written with everything they did at every step. */
public enum TraceChoice {
  /** Every run. */
  ALL,
  /** Runs whose loss rose somewhere. */
  FLAGGED,
  /** No run. */
  NONE,
  /** Every run while that stays small, else the flagged ones. */
  AUTO
}
