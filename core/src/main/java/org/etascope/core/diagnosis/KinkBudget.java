package org.etascope.core.diagnosis;

import java.util.List;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Parameters;

/**
 * What a change of the loss is made of, along the straight way of one step: dL = descent +
 * curvature + the share of every switch.
 *
 * <p>With phi(s) = L(theta(s)), dL = phi'(0) + integral of (1 - s) phi''(s) ds. At a switch s_i the
 * slope phi' jumps by (1/M) dA |dz/ds|, whether the neuron goes on or off.
 *
 * @param descent g.D, what the tangent promised: -eta |g|^2 for gradient descent
 * @param curvature the integral of (1 - s) phi'' between the kinks
 * @param shares for each switch on the way (1 - s_i) (1/M) dA |dz/ds|
 */
public record KinkBudget(double descent, double curvature, List<Share> shares) {
  /** Copies the list. */
  public KinkBudget {
    shares = List.copyOf(shares);
  }

  /**
   * One switch and what it did to the loss.
   *
   * @param crossing the switch
   * @param change what it added to the loss; negative where it lowered it
   */
  public record Share(Switch crossing, double change) {}

  /** Returns what all switches added to the loss. */
  public double kinks() {
    return shares.stream().mapToDouble(Share::change).sum();
  }

  /**
   * Makes the budget of a step.
   *
   * @param change dL
   * @param descent g.D
   * @param hessian a workspace for this network and data
   */
  static KinkBudget of(
      double change, double descent, Ray ray, List<Switch> switches, HessianProduct hessian) {
    Parameters direction = ray.direction();
    List<Share> shares =
        switches.stream()
            .map(crossing -> new Share(crossing, share(crossing, ray, direction, hessian)))
            .toList();
    double kinks = shares.stream().mapToDouble(Share::change).sum();
    return new KinkBudget(descent, change - descent - kinks, shares);
  }

  private static double share(
      Switch crossing, Ray ray, Parameters direction, HessianProduct hessian) {
    hessian.moveTo(ray.at(crossing.fraction()));
    hessian.differentiateForward(direction.values());
    return (1 - crossing.fraction())
        * hessian.activationGradient(crossing.layer(), crossing.neuron(), crossing.point())
        * Math.abs(
            hessian.preActivationDerivative(crossing.layer(), crossing.neuron(), crossing.point()));
  }
}
