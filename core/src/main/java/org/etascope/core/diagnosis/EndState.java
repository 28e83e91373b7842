package org.etascope.core.diagnosis;

import java.util.Optional;
import org.etascope.core.training.LossCurve;

/** Where the end of a run leaves it, apart from how it got there. */
public enum EndState {
  /** The gradient is 1e-8 of the largest the run has seen, or less. */
  CONVERGED,
  /** The loss changed by 1e-10 of itself a step, or less, over the tail. */
  PLATEAU,
  /** The loss is still changing. */
  DESCENDING;

  /** (1e-8)^2: where rounding of the gradient itself is reached, or nearly. */
  private static final double CONVERGED_SQUARES = 1e-16;

  private static final double PLATEAU_CHANGE = 1e-10;

  /**
   * Returns the end state; none for a run that {@link Verdict.Diverged diverged}, stopped being
   * finite or is {@link Verdict.Growing growing}, whose end is where it was cut off.
   *
   * @param squares |g|^2 at the last recorded step
   * @param largestSquares the largest |g|^2 of any recorded step
   */
  public static Optional<EndState> of(
      Verdict verdict, LossCurve losses, double squares, double largestSquares) {
    if (verdict instanceof Verdict.Diverged
        || verdict instanceof Verdict.NonFinite
        || verdict instanceof Verdict.Growing) {
      return Optional.empty();
    }
    // |g| <= 1e-8 max_t |g_t|
    if (Double.isFinite(squares) && squares <= CONVERGED_SQUARES * largestSquares) {
      return Optional.of(CONVERGED);
    }
    // |L_n - L_{n-w}| <= 1e-10 w L_n
    int w = VerdictJudge.tail(losses.steps() - 1);
    double change = Math.abs(losses.last() - losses.at(losses.steps() - 1 - w));
    return Optional.of(
        w > 0 && change <= PLATEAU_CHANGE * w * losses.last() ? PLATEAU : DESCENDING);
  }
}
