package org.etascope.reporting.summary;

/**
 * One learning rate, over all its cells.
 *
 * @param eta the learning rate
 * @param outcomes what came of its finished runs
 */
public record EtaSummary(double eta, Outcomes outcomes) {}
