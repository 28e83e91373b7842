package org.etascope.reporting.summary;

import java.util.Optional;

/**
 * The final losses of several runs. A loss that is not finite counts as infinite, so that a run
 * that diverged ends above all that did not.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 */
public record FinalLosses(double median, double min, double max) {

  /** Gathers the losses of a group of runs, in as many passes as their median takes. */
  static final class Recorder {
    private final MedianSearch losses;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    Recorder(MedianMemory memory) {
      losses = new MedianSearch(memory);
    }

    void add(double loss) {
      double counted = Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
      min = Math.min(min, counted);
      max = Math.max(max, counted);
      losses.add(counted);
    }

    /** Ends a pass over all runs. */
    void endPass() {
      losses.endPass();
    }

    /** Returns whether no other pass is needed. */
    boolean isComplete() {
      return losses.isFound();
    }

    Optional<FinalLosses> losses() {
      return losses.total() == 0
          ? Optional.empty()
          : Optional.of(new FinalLosses(losses.median(), min, max));
    }
  }
}
