package org.etascope.reporting.summary;

import java.util.stream.DoubleStream;
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

  /** Collects the steps of an eta, one number of each run. */
  public static final class Recorder {
    private final double level;
    private final DoubleStream.Builder steps = DoubleStream.builder();

    /**
     * Makes a recorder.
     *
     * @param level the loss to come down to
     */
    public Recorder(double level) {
      this.level = level;
    }

    /** Adds a trained run. */
    public void add(LossCurve losses) {
      int step = 0;
      while (step < losses.steps() && !(losses.at(step) <= level)) {
        step++;
      }
      steps.add(step < losses.steps() ? step : Double.POSITIVE_INFINITY);
    }

    /** Returns the steps of the runs added, of which there is one at least. */
    public StepsToLevel steps() {
      double[] sorted = steps.build().sorted().toArray();
      long reached = DoubleStream.of(sorted).filter(Double::isFinite).count();
      return new StepsToLevel(reached, sorted.length, Medians.ofSorted(sorted));
    }
  }
}
