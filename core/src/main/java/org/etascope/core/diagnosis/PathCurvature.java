package org.etascope.core.diagnosis;

import java.util.Optional;

/**
 * The mean curvature of the loss along one step of gradient descent, kinks included.
 *
 * <p>kappa = 2 (dL + eta |g|^2) / (eta^2 |g|^2), so that dL > 0 exactly where eta kappa > 2. On a
 * quadratic it is g'Hg / |g|^2.
 *
 * @param kappa the path curvature
 * @param etaKappa eta kappa
 * @param error how far rounding of the two losses can shift eta kappa: 2 (B_t + B_{t+1}) / (eta
 *     |g|^2), at most 1 % of it, or 0.01 where it is below 1
 */
public record PathCurvature(double kappa, double etaKappa, double error) {
  private static final double LARGEST_ERROR = 0.01;

  /**
   * Returns the path curvature of a step, unless rounding blurs eta kappa by more than 1 % or a
   * quantity overflows.
   *
   * @param change dL = L_{t+1} - L_t
   * @param eta the learning rate
   * @param squaredNorm |g_t|^2
   * @param bound B_t + B_{t+1}
   */
  static Optional<PathCurvature> of(double change, double eta, double squaredNorm, double bound) {
    double descent = eta * squaredNorm;
    double error = 2 * bound / descent;
    // eta kappa = 2 (dL / (eta |g|^2) + 1)
    double etaKappa = 2 * (change / descent + 1);
    boolean sharp = error <= LARGEST_ERROR * Math.max(1, Math.abs(etaKappa));
    return sharp && Double.isFinite(descent) && Double.isFinite(etaKappa)
        ? Optional.of(new PathCurvature(etaKappa / eta, etaKappa, error))
        : Optional.empty();
  }

  /**
   * Returns dL / (eta |g|^2) = -1 + eta kappa / 2: -1 where the loss falls as its tangent does,
   * above 0 where it rises. The relative progress of Ahn, Zhang and Sra (ICML 2022,
   * arXiv:2204.01050).
   */
  public double relativeProgress() {
    return etaKappa / 2 - 1;
  }
}
