package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What can be said about one step t of a traced run: of the place it is at, and of the update that
 * led there from step t - 1.
 *
 * @param gradientNorm |g_t|
 * @param activeNeurons how many hidden neurons are on for a point at least; all of them where they
 *     are not ReLUs
 * @param gradientCosine cos(g_{t-1}, g_t): near -1 the training is ringing; empty at step 0, and
 *     where a gradient is zero or not finite
 * @param pathCurvature the curvature along the update that led here; empty at step 0, and where
 *     rounding blurs it
 * @param naiveIncrease whether the computed loss rose
 * @param rescued whether the loss did not rise only because of kinks: with every activation kept on
 *     its branch it would have
 * @param evidence all about the certified increase that led here, if there was one
 * @param kinkBudget what that increase was made of; empty without one, and where the loss
 *     overflowed
 */
public record StepDiagnostics(
    double gradientNorm,
    int activeNeurons,
    OptionalDouble gradientCosine,
    Optional<PathCurvature> pathCurvature,
    boolean naiveIncrease,
    boolean rescued,
    Optional<Evidence> evidence,
    Optional<KinkBudget> kinkBudget) {
  /** Returns whether the loss certainly rose to get here. */
  public boolean increase() {
    return evidence.isPresent();
  }

  /** Returns why, if it did. */
  public Optional<Cause> cause() {
    return evidence.map(Evidence::cause);
  }
}
