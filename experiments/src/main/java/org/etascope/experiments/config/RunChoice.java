package org.etascope.experiments.config;

/** Which runs are written step by step. */
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
