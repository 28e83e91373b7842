package org.etascope.experiments.config;

/** Which runs a report has something of. */
public enum RunChoice {
  /** Every run. */
  ALL,
  /** Runs of any fate but monotone. */
  FLAGGED,
  /** No run. */
  NONE,
  /** Every run while that stays small, else flagged ones. */
  AUTO
}
