package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.Step;
import org.etascope.core.training.TrainingSpec;

/**
 * Decides whether the loss rose from one step to the next, and why. Works on the parameters before
 * and after the update alone, so that nothing has to be kept of a step but its loss and parameters.
 *
 * <p>An object is a workspace and not thread-safe.
 */
final class IncreaseJudge {
  private final Architecture architecture;
  private final Dataset data;
  private final TrainingSpec training;
  private final boolean hasKinks;
  private final RoundingBound roundingBound;
  private final Backpropagation pass;
  private final Backpropagation frozen;

  IncreaseJudge(Architecture architecture, Dataset data, TrainingSpec training) {
    this.architecture = architecture;
    this.data = data;
    this.training = training;
    this.hasKinks = architecture.activations().stream().anyMatch(Activation::hasKink);
    this.roundingBound = new RoundingBound(architecture, data, training.loss());
    this.pass = new Backpropagation(architecture, data, training.loss());
    this.frozen = new Backpropagation(architecture, data, training.loss());
  }

  /**
   * A certified increase.
   *
   * @param bound B_t + B_{t+1}
   * @param frozenLoss the loss at theta_{t+1} with theta_t's masks
   * @param cause why it rose
   */
  record Judgement(double bound, double frozenLoss, Cause cause) {}

  /** Returns whether the computed loss rose, or stopped being finite. */
  static boolean isNaiveIncrease(double before, double after) {
    return after > before || (Double.isFinite(before) && !Double.isFinite(after));
  }

  /**
   * Judges a naive increase, which is certified where L_{t+1} - L_t > B_t + B_{t+1} or the loss
   * stopped being finite. The parts of the bound are computed in the order of their cost.
   *
   * @param from theta_t
   * @param before L_t
   * @param to step t + 1
   */
  Optional<Judgement> judge(Parameters from, double before, Step to) {
    double after = to.loss();
    if (!Double.isFinite(after)) {
      return Optional.of(judgement(from, before, to, 0));
    }
    double rise = after - before;
    double summation =
        RoundingBound.summation(pass.terms(), before)
            + RoundingBound.summation(pass.terms(), after);
    if (!(rise > summation)) {
      return Optional.empty();
    }
    double boundAfter = boundAt(to);
    if (!(rise > boundAfter)) {
      return Optional.empty();
    }
    double bound = roundingBound.at(from, passAt(from), before) + boundAfter;
    return rise > bound ? Optional.of(judgement(from, before, to, bound)) : Optional.empty();
  }

  private Judgement judgement(Parameters from, double before, Step to, double bound) {
    double frozenLoss = hasKinks ? frozenLoss(from, to.parameters()) : to.loss();
    // NaN and infinity rise above everything
    Cause cause = frozenLoss - before <= bound ? Cause.KINK : Cause.CURVATURE;
    return new Judgement(bound, frozenLoss, cause);
  }

  /** Returns B(theta) at a step's parameters. */
  double boundAt(Step step) {
    return roundingBound.at(step.parameters(), step.network(), step.loss());
  }

  /** Returns the loss at theta_{t+1} with all activations on their branches at theta_t. */
  double frozenLoss(Parameters from, Parameters to) {
    return frozen.forwardFrozen(to, passAt(from));
  }

  /** Returns what can be said about a certified increase; costs as much as some hundred steps. */
  Evidence evidence(Parameters from, double before, Step to, Judgement judgement) {
    double eta = training.optimizer().eta();
    Parameters gradient = gradientAt(from);
    HessianProduct hessian = HessianProduct.of(architecture, data, training.loss());
    return new Evidence(
        architecture,
        data.points(),
        eta,
        to.index(),
        before,
        to.loss(),
        judgement.cause(),
        hasKinks ? OptionalDouble.of(judgement.frozenLoss()) : OptionalDouble.empty(),
        PathCurvature.of(to.loss() - before, eta, gradient.dot(gradient), judgement.bound()),
        Sharpness.of(hessian, from),
        new Ray(from, to.parameters()).switches(data, training.loss()));
  }

  /**
   * Returns what a certified increase to a finite loss was made of.
   *
   * @param gradient g_t
   * @param evidence with the switches on the way
   */
  KinkBudget kinkBudget(Parameters from, Parameters gradient, Step to, Evidence evidence) {
    return KinkBudget.of(
        evidence.after() - evidence.before(),
        -evidence.eta() * gradient.dot(gradient),
        new Ray(from, to.parameters()),
        evidence.switches(),
        HessianProduct.of(architecture, data, training.loss()));
  }

  /** Returns the pass over the network at theta. */
  Backpropagation passAt(Parameters theta) {
    pass.forward(theta);
    return pass;
  }

  private Parameters gradientAt(Parameters theta) {
    Parameters gradient = Parameters.zeros(architecture);
    passAt(theta).backward(theta, gradient);
    return gradient;
  }
}
