package org.etascope.experiments.config;

/**
 * What a report holds beyond the summary.
 *
 * @param traces which runs are written step by step
 */
public record ReportConfig(TraceChoice traces) {}
