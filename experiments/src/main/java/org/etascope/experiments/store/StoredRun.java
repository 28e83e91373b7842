package org.etascope.experiments.store;

import org.etascope.core.run.RunResult;

/**
 * A result with its place in the plan.
 *
 * @param combination the plan's ordinal, from 0
 * @param probe which probe of a search on that combination, 0 without a search
 * @param result the run and what came of it
 */
public record StoredRun(int combination, int probe, RunResult result) {}
