package org.etascope.reporting.summary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From which eta on curvature makes the loss rise, observed and foretold, over the runs that differ
 * in eta alone.
 *
 * @param neurons the hidden widths, as in {@link SweepRun#neurons()}
 * @param settings values of the other swept axes, in the order of {@link Sweep#extraAxes()}
 * @param seed their seed
 * @param observed the smallest eta of the sweep at which a run has an increase by curvature, if any
 *     has
 * @param prediction what the flow from their start foretells, if it could be followed at all
 */
public record FlowComparison(
    String neurons,
    List<String> settings,
    long seed,
    OptionalDouble observed,
    Optional<FlowPrediction> prediction) {
  /** Copies the settings. */
  public FlowComparison {
    settings = List.copyOf(settings);
  }

  /** Returns the critical eta that the flow foretells, if it does. */
  public OptionalDouble foretold() {
    return prediction.map(FlowPrediction::criticalEta).orElse(OptionalDouble.empty());
  }

  /**
   * Returns whether the flow tells of every eta of the sweep: one that foretells no critical eta
   * then foretells that it is larger.
   */
  public boolean isComplete() {
    return foretold().isPresent() || prediction.filter(FlowPrediction::isComplete).isPresent();
  }

  /** Returns the observed critical eta in units of the one foretold, where there are both. */
  public OptionalDouble ratio() {
    return observedOver(foretold());
  }

  /** Returns the observed critical eta in units of 2/lambda at the end of the flow. */
  public OptionalDouble ratioToEnd() {
    return observedOver(prediction.map(FlowPrediction::etaAtEnd).orElse(OptionalDouble.empty()));
  }

  private OptionalDouble observedOver(OptionalDouble eta) {
    return observed.isPresent() && eta.isPresent()
        ? OptionalDouble.of(observed.getAsDouble() / eta.getAsDouble())
        : OptionalDouble.empty();
  }
}
