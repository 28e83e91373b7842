package org.etascope.reporting.summary;

import java.util.List;

/**
 * The runs that a reader should look at, because they did anything but descend.
 *
 * @param first the first of them in plan order, at most {@value #SHOWN}
 * @param total how many there are
 */
public record FlaggedRuns(List<SweepRun> first, long total) {
  /** How many runs are kept at most. */
  public static final int SHOWN = 20;

  /** Copies the list. */
  public FlaggedRuns {
    first = List.copyOf(first);
  }
}
