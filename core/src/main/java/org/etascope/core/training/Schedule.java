package org.etascope.core.training;

/**
 * How the learning rate changes from update to update. The optimizer's eta is the peak; t counts
 * updates from 0, T is how many there are. Definitions are those of {@code
 * torch.optim.lr_scheduler} with one step of the scheduler after every update.
 */
public sealed interface Schedule {
  /**
   * Returns the eta in force at an update.
   *
   * @param peak the optimizer's eta
   * @param update t, from 0
   * @param updates T, how many updates the schedule spans
   */
  double eta(double peak, int update, int updates);

  /** The peak at every update. */
  record Constant() implements Schedule {
    @Override
    public double eta(double peak, int update, int updates) {
      return peak;
    }
  }

  /**
   * eta gamma^floor(t / every): {@code StepLR}.
   *
   * @param every after how many updates eta is multiplied, from 1
   * @param gamma by what, above 0 and at most 1
   */
  record Step(int every, double gamma) implements Schedule {
    /** The gamma of PyTorch: 0.1. */
    public static final double DEFAULT_GAMMA = 0.1;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Step {
      Require.count("step_size", every);
      requireDecay(gamma);
    }

    @Override
    public double eta(double peak, int update, int updates) {
      int decays = update / every;
      return peak * StrictMath.pow(gamma, decays);
    }
  }

  /**
   * eta gamma^t: {@code ExponentialLR}.
   *
   * @param gamma by what eta is multiplied after each update, above 0 and at most 1
   */
  record Exponential(double gamma) implements Schedule {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if gamma is out of its range
     */
    public Exponential {
      requireDecay(gamma);
    }

    @Override
    public double eta(double peak, int update, int updates) {
      return peak * StrictMath.pow(gamma, update);
    }
  }

  /**
   * Half a cosine from the peak down to a floor: min + (eta - min) (1 + cos(pi t / T)) / 2
   * (Loshchilov and Hutter, ICLR 2017, arXiv:1608.03983), without restarts: {@code
   * CosineAnnealingLR} with T_max = T.
   *
   * @param min the floor, which a peak below it replaces, from 0
   */
  record Cosine(double min) implements Schedule {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the floor is below 0 or not finite
     */
    public Cosine {
      Require.notNegative("min_eta", min);
    }

    @Override
    public double eta(double peak, int update, int updates) {
      double floor = Math.min(min, peak);
      double cosine = StrictMath.cos(Math.PI * update / updates);
      return floor + (peak - floor) * (1 + cosine) / 2;
    }
  }

  /**
   * A line up to the peak, eta (t + 1) / (W + 1) for t < W, before another schedule begins: {@code
   * LinearLR} with {@code start_factor} 1 / (W + 1) and {@code total_iters} W.
   *
   * @param length W, how many updates it takes, from 1
   * @param then what follows, over the updates that are left
   */
  record Warmup(int length, Schedule then) implements Schedule {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Warmup {
      Require.count("warmup", length);
    }

    @Override
    public double eta(double peak, int update, int updates) {
      return update < length
          ? peak * (update + 1.0) / (length + 1.0)
          : then.eta(peak, update - length, updates - length);
    }
  }

  private static void requireDecay(double gamma) {
    if (!(gamma > 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be above 0 and at most 1, got " + gamma);
    }
  }
}
