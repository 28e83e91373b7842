package org.etascope.core.diagnosis;

/**
 * What a whole run did, with the figures that decided it: the first of these, in this order, whose
 * rule in {@code docs/verdicts.md} the run meets. A verdict holds for the steps that were recorded;
 * more of them may change it.
 */
public sealed interface Verdict {
  /** Returns the verdict in a word, such as {@code periodic-2}. */
  String word();

  /** Returns the figures that decided it, in a sentence without its first capital. */
  String reason();

  /**
   * Returns the verdict, the horizon that it holds for, and the reason.
   *
   * @param steps how many steps were recorded, from 1
   */
  default String sentence(int steps) {
    return "%s over %s %s: %s.".formatted(word(), steps, steps == 1 ? "step" : "steps", reason());
  }

  /**
   * The loss left every scale of the problem.
   *
   * @param times the last loss, or the largest finite one if the last is not finite, in units of
   *     the larger of L_0 and the loss of a network whose outputs are all 0
   */
  record Diverged(double times) implements Verdict {
    @Override
    public String word() {
      return "diverged";
    }

    @Override
    public String reason() {
      return "the loss grew to %s times the larger of the first and that of outputs 0"
          .formatted(Figures.significant(times, 3));
    }
  }

  /** The loss stopped being finite, from a scale that it still had. */
  record NonFinite() implements Verdict {
    @Override
    public String word() {
      return "non-finite";
    }

    @Override
    public String reason() {
      return "the loss stopped being finite without having grown 1e6-fold before";
    }
  }

  /** Every output's ReLU is off on all points, and the loss is not zero. */
  record Dead() implements Verdict {
    @Override
    public String word() {
      return "dead";
    }

    @Override
    public String reason() {
      return "every output's ReLU is off on all points";
    }
  }

  /**
   * The loss rose at every step of the end, to above its start.
   *
   * @param steps how many steps in a row it certainly rose, up to the last
   */
  record Growing(int steps) implements Verdict {
    @Override
    public String word() {
      return "growing";
    }

    @Override
    public String reason() {
      return "the loss rose at each of the last %s steps, to above its first value"
          .formatted(steps);
    }
  }

  /**
   * The loss repeats itself.
   *
   * @param period p, after how many steps, 2 to 16
   * @param amplitude largest minus smallest loss of the tail
   */
  record Periodic(int period, double amplitude) implements Verdict {
    @Override
    public String word() {
      return "periodic-" + period;
    }

    @Override
    public String reason() {
      return "the loss repeats itself every %s steps, within a range of %s"
          .formatted(period, Figures.significant(amplitude, 3));
    }
  }

  /**
   * The loss goes up and down without losing ground, at a sharpness of about 2 / eta.
   *
   * @param increaseShare share of the tail's steps that are certified increases, 0 to 1
   * @param kinkShare share of these that kinks caused, 0 to 1
   * @param tailRatio median loss of the tail in units of that of the window before it
   * @param etaLambda eta times the sharpness: the median over pairs of steps in the tail
   */
  record EdgeOfStability(double increaseShare, double kinkShare, double tailRatio, double etaLambda)
      implements Verdict {
    @Override
    public String word() {
      return "edge-of-stability";
    }

    @Override
    public String reason() {
      return ("%s of the tail's steps rise (%s of them by kinks), its median loss is %s times that"
              + " of the window before, and eta lambda is %s there")
          .formatted(
              Figures.percent(increaseShare),
              Figures.percent(kinkShare),
              Figures.significant(tailRatio, 3),
              Figures.significant(etaLambda, 3));
    }
  }

  /**
   * The parameters slide along a kink and cross it again and again.
   *
   * @param increaseShare share of the tail's steps that are certified increases, 0 to 1
   * @param kinkShare share of these that kinks caused, 0 to 1
   */
  record KinkChatter(double increaseShare, double kinkShare) implements Verdict {
    @Override
    public String word() {
      return "kink-chatter";
    }

    @Override
    public String reason() {
      return "%s of the tail's steps rise, %s of them by kinks"
          .formatted(Figures.percent(increaseShare), Figures.percent(kinkShare));
    }
  }

  /** The loss shot up where it was too sharp for eta, and came down where it is not. */
  record Catapult() implements Verdict {
    @Override
    public String word() {
      return "catapult";
    }

    @Override
    public String reason() {
      return "eta lambda was above 2 where the loss first rose, and below 2 later on";
    }
  }

  /** The loss rose for a while, and ended below all that was before. */
  record TransientBump() implements Verdict {
    @Override
    public String word() {
      return "transient-bump";
    }

    @Override
    public String reason() {
      return "the loss rose, but not in the last quarter, and ended below all it was before";
    }
  }

  /** The loss rose, in a way that has no other name here. */
  record NonMonotone() implements Verdict {
    @Override
    public String word() {
      return "non-monotone";
    }

    @Override
    public String reason() {
      return "the loss rose at one step at least";
    }
  }

  /**
   * The loss falls while the gradient turns round at every step: eta is beyond what would descend
   * fastest.
   *
   * @param reversals at how many of the last steps it does
   * @param steps how many of them were looked at
   */
  record Ringing(int reversals, int steps) implements Verdict {
    @Override
    public String word() {
      return "ringing";
    }

    @Override
    public String reason() {
      return "the loss never rose, but the gradient turned round at %s of the last %s steps"
          .formatted(reversals, steps);
    }
  }

  /** Computed losses rose, but by no more than rounding can have done. */
  record MonotoneToTolerance() implements Verdict {
    @Override
    public String word() {
      return "monotone-to-tolerance";
    }

    @Override
    public String reason() {
      return "no computed loss rose by more than rounding can account for";
    }
  }

  /** No computed loss lies above the one before. */
  record Monotone() implements Verdict {
    @Override
    public String word() {
      return "monotone";
    }

    @Override
    public String reason() {
      return "no computed loss rose";
    }
  }
}
