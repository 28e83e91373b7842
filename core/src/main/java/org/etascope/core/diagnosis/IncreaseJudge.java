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
 * Decides whether the loss rose from one step to the next, and why. Most rises are far above or far
 * below what rounding can do; the bound itself is computed for the others alone.
 *
 * <p>An object is a workspace and not thread-safe.
 */
final class IncreaseJudge {
  private final Architecture architecture;
  private final Dataset data;
  private final TrainingSpec training;
  private final RoundingBound roundingBound;
  private final Backpropagation frozen;

  IncreaseJudge(Architecture architecture, Dataset data, TrainingSpec training) {
    this.architecture = architecture;
    this.data = data;
    this.training = training;
    this.roundingBound = new RoundingBound(architecture, data, training.loss());
    this.frozen = new Backpropagation(architecture, data, training.loss());
  }

  /**
   * A certified increase.
   *
   * @param cause why the loss rose
   * @param frozenLoss the loss at theta_{t+1} with theta_t's masks
   */
  record Judgement(Cause cause, double frozenLoss) {}

  /** Returns whether the computed loss rose, or stopped being finite. */
  static boolean isNaiveIncrease(double before, double after) {
    return after > before || (Double.isFinite(before) && !Double.isFinite(after));
  }

  /**
   * Judges a naive increase, which is certified where L_{t+1} - L_t > B_t + B_{t+1} or the loss
   * stopped being finite.
   *
   * @param from step t
   * @param to step t + 1
   */
  Optional<Judgement> judge(Step from, Step to) {
    if (Double.isFinite(to.loss()) && !exceedsBound(to.loss() - from.loss(), from, to)) {
      return Optional.empty();
    }
    double frozenLoss = frozenLoss(from, to);
    double smoothChange = frozenLoss - from.loss();
    // a frozen loss that is NaN or infinite lies above every bound
    boolean curvature = !Double.isFinite(smoothChange) || exceedsBound(smoothChange, from, to);
    return Optional.of(new Judgement(curvature ? Cause.CURVATURE : Cause.KINK, frozenLoss));
  }

  /** Returns whether a change of the loss is larger than B_t + B_{t+1}, at the least cost. */
  private boolean exceedsBound(double change, Step from, Step to) {
    double terms = from.network().terms();
    double least =
        RoundingBound.summation(terms, from.loss()) + RoundingBound.summation(terms, to.loss());
    return change > least
        && (change > coarseBound(from) + coarseBound(to) || change > bound(from) + bound(to));
  }

  private double coarseBound(Step step) {
    return roundingBound.coarseAt(step.parameters(), step.network(), step.loss());
  }

  /** Returns B(theta) at a step's parameters. */
  double bound(Step step) {
    return roundingBound.at(step.parameters(), step.network(), step.loss());
  }

  /** Returns the loss at theta_{t+1} with all activations on their branches at theta_t. */
  double frozenLoss(Step from, Step to) {
    return to.network().isOnBranchesOf(from.network())
        ? to.loss()
        : frozen.forwardFrozen(to.parameters(), from.network());
  }

  /** Returns what can be said about a certified increase; costs as much as some dozens of steps. */
  Evidence evidence(Step from, Step to, Judgement judgement) {
    double eta = training.optimizer().eta();
    boolean hasKinks = architecture.activations().stream().anyMatch(Activation::hasKink);
    return new Evidence(
        architecture,
        data.points(),
        eta,
        to.index(),
        from.loss(),
        to.loss(),
        judgement.cause(),
        hasKinks ? OptionalDouble.of(judgement.frozenLoss()) : OptionalDouble.empty(),
        pathCurvature(from, to, bound(from) + bound(to)),
        Sharpness.of(HessianProduct.of(architecture, data, training.loss()), from.parameters()),
        ray(from, to).switches(data, training.loss()));
  }

  /**
   * Returns the path curvature of a step.
   *
   * @param bound B_t + B_{t+1}
   */
  Optional<PathCurvature> pathCurvature(Step from, Step to, double bound) {
    Parameters gradient = from.gradient();
    return PathCurvature.of(
        to.loss() - from.loss(), training.optimizer().eta(), gradient.dot(gradient), bound);
  }

  /** Returns what a certified increase to a finite loss was made of. */
  KinkBudget kinkBudget(Step from, Step to, Evidence evidence) {
    return KinkBudget.of(
        evidence.after() - evidence.before(),
        -evidence.eta() * from.gradient().dot(from.gradient()),
        ray(from, to),
        evidence.switches(),
        HessianProduct.of(architecture, data, training.loss()));
  }

  private static Ray ray(Step from, Step to) {
    return new Ray(from.parameters(), to.parameters());
  }
}
