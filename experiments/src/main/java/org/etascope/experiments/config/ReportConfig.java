package org.etascope.experiments.config;

/**
 * What a report holds beyond the summary.
 *
 * @param traces which runs are written with everything they did at every step
 * @param steps which runs have their steps listed
 */
public record ReportConfig(RunChoice traces, RunChoice steps) {}
