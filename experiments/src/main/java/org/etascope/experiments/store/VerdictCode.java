package org.etascope.experiments.store;

import java.util.List;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.diagnosis.Verdict.Catapult;
import org.etascope.core.diagnosis.Verdict.Dead;
import org.etascope.core.diagnosis.Verdict.Diverged;
import org.etascope.core.diagnosis.Verdict.EdgeOfStability;
import org.etascope.core.diagnosis.Verdict.Growing;
import org.etascope.core.diagnosis.Verdict.KinkChatter;
import org.etascope.core.diagnosis.Verdict.Monotone;
import org.etascope.core.diagnosis.Verdict.MonotoneToTolerance;
import org.etascope.core.diagnosis.Verdict.NonFinite;
import org.etascope.core.diagnosis.Verdict.NonMonotone;
import org.etascope.core.diagnosis.Verdict.Periodic;
import org.etascope.core.diagnosis.Verdict.Ringing;
import org.etascope.core.diagnosis.Verdict.TransientBump;

/** A verdict as a number that stands for its kind in every database, and its figures in order. */
final class VerdictCode {
  private static final List<Class<? extends Verdict>> KINDS =
      List.of(
          Diverged.class,
          NonFinite.class,
          Dead.class,
          Growing.class,
          Periodic.class,
          EdgeOfStability.class,
          KinkChatter.class,
          Catapult.class,
          TransientBump.class,
          NonMonotone.class,
          Ringing.class,
          MonotoneToTolerance.class,
          Monotone.class);

  private static final int[] FIGURES = {1, 0, 0, 1, 2, 4, 2, 0, 0, 0, 2, 0, 0};

  private VerdictCode() {}

  /** Returns the number of a verdict's kind. */
  static byte of(Verdict verdict) {
    return (byte) KINDS.indexOf(verdict.getClass());
  }

  /**
   * Returns how many figures a kind has.
   *
   * @throws IllegalArgumentException if no kind has that number
   */
  static int figures(byte kind) {
    if (kind < 0 || kind >= FIGURES.length) {
      throw new IllegalArgumentException("no verdict has the number " + kind);
    }
    return FIGURES[kind];
  }

  /** Returns a verdict's figures. */
  static double[] figures(Verdict verdict) {
    if (verdict instanceof Diverged diverged) {
      return new double[] {diverged.times()};
    }
    if (verdict instanceof Growing growing) {
      return new double[] {growing.steps()};
    }
    if (verdict instanceof Periodic periodic) {
      return new double[] {periodic.period(), periodic.amplitude()};
    }
    if (verdict instanceof EdgeOfStability edge) {
      return new double[] {
        edge.increaseShare(), edge.kinkShare(), edge.tailRatio(), edge.etaLambda()
      };
    }
    if (verdict instanceof KinkChatter chatter) {
      return new double[] {chatter.increaseShare(), chatter.kinkShare()};
    }
    if (verdict instanceof Ringing ringing) {
      return new double[] {ringing.reversals(), ringing.steps()};
    }
    return new double[0];
  }

  /**
   * Returns the verdict of a kind with its figures.
   *
   * @throws IllegalArgumentException if no kind has that number
   */
  static Verdict verdict(byte kind, double[] figures) {
    return switch (kind) {
      case 0 -> new Diverged(figures[0]);
      case 1 -> new NonFinite();
      case 2 -> new Dead();
      case 3 -> new Growing((int) figures[0]);
      case 4 -> new Periodic((int) figures[0], figures[1]);
      case 5 -> new EdgeOfStability(figures[0], figures[1], figures[2], figures[3]);
      case 6 -> new KinkChatter(figures[0], figures[1]);
      case 7 -> new Catapult();
      case 8 -> new TransientBump();
      case 9 -> new NonMonotone();
      case 10 -> new Ringing((int) figures[0], (int) figures[1]);
      case 11 -> new MonotoneToTolerance();
      case 12 -> new Monotone();
      default -> throw new IllegalArgumentException("no verdict has the number " + kind);
    };
  }
}
