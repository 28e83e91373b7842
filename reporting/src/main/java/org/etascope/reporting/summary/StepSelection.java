package org.etascope.reporting.summary;

/**
 * Which runs have a row for each of their steps: in plan order, the first of those that are asked
 * for, as many as have room together.
 *
 * @param runs those that are asked for
 * @param mostRows how many rows there is room for
 */
public record StepSelection(TraceSelection runs, long mostRows) {
  /** Every run. */
  public static final StepSelection ALL = new StepSelection(TraceSelection.ALL, Long.MAX_VALUE);
}
