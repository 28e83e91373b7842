package org.etascope.reporting.plot;

/**
 * A marked value of an axis.
 *
 * @param position along the axis: 0 at its beginning, 1 at its end
 * @param label what is written beside it
 */
record Tick(double position, String label) {}
