package org.etascope.reporting.summary;

import java.util.Comparator;
import java.util.Optional;

/**
 * A loss that some eta of a sweep is known to come down to, by which all are timed: twice the
 * smallest median final loss.
 *
 * @param loss the level, from 0, finite
 * @param eta the learning rate with that median; of several, the smallest
 */
public record LossLevel(double loss, double eta) {
  private static final double TIMES_THE_SMALLEST = 2;

  /** Returns the level of a sweep, if the median final loss of some eta is finite. */
  public static Optional<LossLevel> of(SweepSummary summary) {
    return summary.etas().stream()
        .flatMap(eta -> eta.outcomes().finalLosses().map(losses -> of(eta, losses)).stream())
        .filter(level -> Double.isFinite(level.loss))
        .min(Comparator.comparingDouble(LossLevel::loss));
  }

  private static LossLevel of(EtaSummary eta, FinalLosses losses) {
    return new LossLevel(TIMES_THE_SMALLEST * losses.median(), eta.eta());
  }
}
