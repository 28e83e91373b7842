package org.etascope.reporting.summary;

import org.etascope.core.run.RunResult.Trained;

/**
 * Which runs have a row for each of their steps.
 *
 * @param runs those that are asked for
 * @param listed how many of them, the first in plan order, have their rows
 */
public record StepListing(TraceSelection runs, long listed) {

  /** Lists runs in plan order as long as all of them have room together. */
  public static final class Recorder {
    private final StepSelection selection;
    private long rows;
    private long listed;

    /** Begins with all the room that a selection gives. */
    public Recorder(StepSelection selection) {
      this.selection = selection;
    }

    /** Takes the next run of the sweep. */
    public void add(SweepRun run) {
      if (rows <= selection.mostRows()
          && selection.runs().includes(run)
          && run.result().outcome() instanceof Trained trained) {
        rows += trained.losses().steps();
        listed += rows <= selection.mostRows() ? 1 : 0;
      }
    }

    /** Returns what is listed. */
    public StepListing listing() {
      return new StepListing(selection.runs(), listed);
    }
  }
}
