package org.etascope.core.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.network.Architecture;

/**
 * What can be said about one certified increase. All counts are from 0; {@link #sentence()} counts
 * neurons, outputs, layers and points from 1.
 *
 * @param architecture the network
 * @param points m
 * @param eta the learning rate in force
 * @param step t + 1, the step whose loss is higher
 * @param before L_t
 * @param after L_{t+1}, not finite where the loss overflowed
 * @param cause why it rose
 * @param frozenLoss the loss at theta_{t+1} with every activation on its branch at theta_t; empty
 *     where no activation has a kink, and it would be L_{t+1}
 * @param gradientDescent whether the update was -eta g, so that the loss rose exactly where eta
 *     kappa > 2
 * @param pathCurvature the curvature along the step, unless rounding blurs it; empty for any other
 *     update
 * @param sharpness lambda at theta_t, where {@link Sharpness#largest} knows it
 * @param switches the activations that switched on the way, in order; empty where the network and
 *     its data are too large to look for them
 */
public record Evidence(
    Architecture architecture,
    int points,
    double eta,
    int step,
    double before,
    double after,
    Cause cause,
    OptionalDouble frozenLoss,
    boolean gradientDescent,
    Optional<PathCurvature> pathCurvature,
    OptionalDouble sharpness,
    Optional<List<Switch>> switches) {
  /** Copies the list. */
  public Evidence {
    switches = switches.map(List::copyOf);
  }

  /** Returns dL_smooth = L_frozen - L_t, what the step would have done without its kinks. */
  public double smoothChange() {
    return frozenLoss.orElse(after) - before;
  }

  /** Returns dL_kink = L_{t+1} - L_frozen, what the kinks added to that. */
  public double kinkChange() {
    return after - frozenLoss.orElse(after);
  }

  /** Returns the increase that this is evidence of. */
  public LossIncrease increase() {
    return new LossIncrease(step, before, after, cause, Optional.of(sentence()));
  }

  /** Returns all of it in sentences. */
  public String sentence() {
    return EvidenceSentence.of(this);
  }
}
