package org.etascope.core.training;

import java.util.Arrays;

/**
 * The loss of a run at each recorded step: L_0, L_1, ... Immutable; only the last may be not
 * finite.
 */
public final class LossCurve {
  private final double[] losses;

  private LossCurve(double[] losses) {
    if (losses.length == 0) {
      throw new IllegalArgumentException("a loss curve has at least one step");
    }
    this.losses = losses;
  }

  /**
   * Returns a curve of the given losses.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LossCurve of(double... losses) {
    return new LossCurve(losses.clone());
  }

  /** Returns how many steps were recorded. */
  public int steps() {
    return losses.length;
  }

  /** Returns L at a step. */
  public double at(int step) {
    return losses[step];
  }

  /** Returns L_0. */
  public double first() {
    return losses[0];
  }

  /** Returns the last recorded loss. */
  public double last() {
    return losses[losses.length - 1];
  }

  /** Returns the smallest recorded loss; NaN only if there is no other. */
  public double min() {
    double min = losses[0];
    for (double loss : losses) {
      min = loss < min || Double.isNaN(min) ? loss : min;
    }
    return min;
  }

  /**
   * Returns max_t L_t / min_{s<=t} L_s, from 1: how far the loss ever stood above its best so far;
   * infinite where it overflowed or left 0.
   */
  public double drawdown() {
    double drawdown = 1;
    double lowest = Double.POSITIVE_INFINITY;
    for (double loss : losses) {
      if (!Double.isFinite(loss)) {
        return Double.POSITIVE_INFINITY;
      }
      if (loss < lowest) {
        lowest = loss;
      } else if (loss > lowest) {
        drawdown = Math.max(drawdown, loss / lowest);
      }
    }
    return drawdown;
  }

  /** Returns all losses, in an array of its own. */
  public double[] toArray() {
    return losses.clone();
  }

  /** Equal when all bits are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LossCurve that && Arrays.equals(losses, that.losses);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(losses);
  }

  @Override
  public String toString() {
    return "LossCurve" + Arrays.toString(losses);
  }

  /** Collects a loss curve while a run is trained. */
  public static final class Recorder implements StepRecorder {
    private final double[] losses;
    private int recorded;

    /**
     * Makes a recorder.
     *
     * @param steps the largest number of steps to come
     */
    public Recorder(int steps) {
      losses = new double[steps];
    }

    @Override
    public void record(Step step) {
      add(step.loss());
    }

    /** Returns how many steps were recorded so far. */
    public int steps() {
      return recorded;
    }

    /** Adds the loss of the next step. */
    public void add(double loss) {
      losses[recorded++] = loss;
    }

    /** Returns the losses recorded so far. */
    public LossCurve curve() {
      // an array that is full changes no more
      return new LossCurve(recorded == losses.length ? losses : Arrays.copyOf(losses, recorded));
    }
  }
}
