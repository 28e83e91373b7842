package org.etascope.core.diagnosis;

import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.StandardLoss;

/**
 * What rounding may have done to a loss, from its value and the parameters alone, without a pass
 * through the network: the coarsest bound B(theta) of {@code docs/verdicts.md} for half mean
 * squared error; for other losses the part of it that does not depend on the network.
 *
 * <p>An object is a workspace and not thread-safe.
 */
public final class CoarseRounding {
  private final RoundingBound bound;
  private final boolean halfMse;
  private final double terms;

  /** Prepares for one network on some points. */
  public CoarseRounding(Architecture architecture, Dataset data, Loss loss) {
    bound = new RoundingBound(architecture, data, loss);
    halfMse = loss == StandardLoss.HALF_MSE;
    terms = (double) data.points() * architecture.outputs();
  }

  /**
   * Returns B, finite and above 0.
   *
   * @param theta parameters that have the loss, or nearly; where they overflow the bound, it is the
   *     part that does not depend on them
   * @param loss finite, from 0
   */
  public double at(Parameters theta, double loss) {
    double least = RoundingBound.summation(terms, loss);
    double coarsest = halfMse ? bound.coarsestAt(theta, loss) : least;
    return Double.isFinite(coarsest) ? coarsest : least;
  }
}
