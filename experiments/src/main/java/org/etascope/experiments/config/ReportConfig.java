package org.etascope.experiments.config;

/**
 * What a report holds beyond the summary.
 *
 * @param traces which runs are written with everything they did at every step
 * @param steps which runs have their steps listed
 * @param evidence which runs have the evidence of their first increase
 * @param sharpness at which steps of every run the sharpness is computed
 */
public record ReportConfig(
    RunChoice traces, RunChoice steps, RunChoice evidence, SharpnessChoice sharpness) {}
