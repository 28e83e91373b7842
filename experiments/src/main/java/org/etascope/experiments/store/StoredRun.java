package org.etascope.experiments.store;

import org.etascope.core.run.RunResult;

/**
 * A result with its place in the plan.
 *
 * @param combination the plan's ordinal, from 0
 * @param probe which probe of a search on that combination, 0 without a search
 * @param result the run and what came of it
 */
public record StoredRun(int combination, int probe, RunResult result) {
  /** Returns how reports name the run: {@code 17}, or {@code 17.3} for a probe of a search. */
  public String name() {
    return probe == 0 ? Integer.toString(combination) : combination + "." + probe;
  }
}
