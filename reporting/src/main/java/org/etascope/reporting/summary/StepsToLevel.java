package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.etascope.core.training.LossCurve;

/**
 * How soon the trained runs of an eta come down to a loss.
 *
 * @param reached runs that do
 * @param runs all trained runs, from 1
 * @param median over all of them, of the first step whose loss is no higher; a run that never comes
 *     down counts as infinite
 */
public record StepsToLevel(long reached, long runs, double median) {

  /** Gathers the steps of each eta, in as many passes as the medians take. */
  public static final class Recorder {
    private static final long NUMBERS_IN_MEMORY = 1 << 22;

    private final double level;
    private final MedianMemory memory = new MedianMemory(NUMBERS_IN_MEMORY);
    private final List<Steps> etas = new ArrayList<>();
    private boolean firstPass = true;

    /**
     * Makes a recorder.
     *
     * @param level the loss to come down to
     * @param numberOfEtas how many etas there are
     */
    public Recorder(double level, int numberOfEtas) {
      this.level = level;
      for (int k = 0; k < numberOfEtas; k++) {
        etas.add(new Steps(memory));
      }
    }

    private static final class Steps {
      private final MedianSearch steps;
      private long reached;

      Steps(MedianMemory memory) {
        steps = new MedianSearch(memory);
      }
    }

    /**
     * Takes the next trained run of a pass.
     *
     * @param eta the place of its eta among all
     */
    public void add(int eta, LossCurve losses) {
      Steps steps = etas.get(eta);
      int step = 0;
      while (step < losses.steps() && !(losses.at(step) <= level)) {
        step++;
      }
      boolean reached = step < losses.steps();
      steps.reached += firstPass && reached ? 1 : 0;
      steps.steps.add(reached ? step : Double.POSITIVE_INFINITY);
    }

    /** Ends a pass over all runs; returns whether it was the last. */
    public boolean endPass() {
      firstPass = false;
      etas.forEach(eta -> eta.steps.endPass());
      return etas.stream().allMatch(eta -> eta.steps.isFound());
    }

    /**
     * Returns the steps of an eta, if a run of it was added.
     *
     * @param eta the place of its eta among all
     */
    public Optional<StepsToLevel> steps(int eta) {
      Steps runs = etas.get(eta);
      return runs.steps.total() == 0
          ? Optional.empty()
          : Optional.of(new StepsToLevel(runs.reached, runs.steps.total(), runs.steps.median()));
    }
  }
}
