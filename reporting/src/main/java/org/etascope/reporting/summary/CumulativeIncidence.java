package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.etascope.core.run.RunResult.Trained;

/**
 * The share of runs that something has befallen by each step.
 *
 * <p>All runs are watched over the same steps, so that it is a count over the number of runs. A run
 * that ends before, at a loss that is not finite or low enough to stop, stays as it was at its end.
 *
 * @param onset what befalls them
 * @param runs all of them, from 1
 * @param points where the share rises, by ascending step; empty where it stays 0
 */
public record CumulativeIncidence(Onset onset, long runs, List<Point> points) {
  /** Copies the list. */
  public CumulativeIncidence {
    points = List.copyOf(points);
  }

  /**
   * A step at which the share rises.
   *
   * @param step from 0
   * @param share of the runs that it has befallen at this step or before
   */
  public record Point(int step, Proportion share) {}

  /** Returns the share of the runs that it has befallen at a step or before. */
  public Proportion at(int step) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).step() <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? new Proportion(0, runs) : points.get(low - 1).share();
  }

  /**
   * Counts the trained runs of a group. Steps from 256 on are told apart by their first eight
   * binary digits alone, and a share rises at the first step of those that agree in them: too early
   * by less than one in 128. That bounds what is kept to 128 numbers for each doubling of the step.
   */
  public static final class Recorder {
    private static final int BINARY_DIGITS = 8;

    private final Onset onset;
    private final Map<Integer, Long> counts = new TreeMap<>();
    private long runs;

    /**
     * Makes a recorder.
     *
     * @param onset what may befall the runs
     */
    public Recorder(Onset onset) {
      this.onset = onset;
    }

    /** Adds a trained run. */
    public void add(Trained run) {
      runs++;
      onset.step(run).ifPresent(step -> counts.merge(coarse(step), 1L, Long::sum));
    }

    private static int coarse(int step) {
      int below = Integer.SIZE - Integer.numberOfLeadingZeros(step) - BINARY_DIGITS;
      return below <= 0 ? step : step >>> below << below;
    }

    /** Returns the shares of the runs added, if there is one. */
    public Optional<CumulativeIncidence> incidence() {
      if (runs == 0) {
        return Optional.empty();
      }
      List<Point> points = new ArrayList<>();
      long befallen = 0;
      for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
        befallen += entry.getValue();
        points.add(new Point(entry.getKey(), new Proportion(befallen, runs)));
      }
      return Optional.of(new CumulativeIncidence(onset, runs, points));
    }
  }
}
