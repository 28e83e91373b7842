package org.etascope.experiments.config;

/**
 * What a report holds beyond the summary.
 *
 * @param traces which runs are written step by step
 * @param evidence which first increases have their evidence
 */
public record ReportConfig(TraceChoice traces, EvidenceChoice evidence) {}
