package org.etascope.reporting.plot;

/**
 * A point of a loss curve.
 *
 * @param step from 0
 * @param loss possibly not finite
 */
record Vertex(int step, double loss) {}
