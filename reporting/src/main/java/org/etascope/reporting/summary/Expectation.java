package org.etascope.reporting.summary;

import org.etascope.core.run.Fate;

/**
 * What the author of a sweep expects of it.
 *
 * @param where the runs it is about
 * @param fate the fate that is counted among them
 * @param quantifier how many of them are to have it
 * @param text the expectation in one line, such as {@code eta = 0.1: monotone all}
 */
public record Expectation(Selection where, Fate fate, Quantifier quantifier, String text) {}
