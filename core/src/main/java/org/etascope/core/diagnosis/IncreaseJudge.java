package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
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

  IncreaseJudge(Architecture architecture, Dataset data, TrainingSpec training) {
    this.architecture = architecture;
    this.data = data;
    this.training = training;
    this.roundingBound = new RoundingBound(architecture, data, training.loss());
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
    Limit limit = new Limit(from, to);
    if (Double.isFinite(to.loss()) && !limit.isBelow(to.loss() - from.loss())) {
      return Optional.empty();
    }
    double frozenLoss = frozenLoss(from, to);
    // a frozen loss that is NaN or infinite lies above every limit
    boolean curvature = !Double.isFinite(frozenLoss) || limit.isBelow(frozenLoss - from.loss());
    return Optional.of(new Judgement(curvature ? Cause.CURVATURE : Cause.KINK, frozenLoss));
  }

  /** B_t + B_{t+1}, computed no more closely than a comparison with it asks for. */
  private final class Limit {
    private final Step from;
    private final Step to;
    private final double least;
    private double coarse = Double.NaN;

    Limit(Step from, Step to) {
      this.from = from;
      this.to = to;
      double terms = to.network().terms();
      this.least =
          RoundingBound.summation(terms, from.loss()) + RoundingBound.summation(terms, to.loss());
    }

    boolean isBelow(double change) {
      return change > least && (change > coarse() || change > bound(from) + bound(to));
    }

    private double coarse() {
      if (Double.isNaN(coarse)) {
        coarse = coarseBound(from) + coarseBound(to);
      }
      return coarse;
    }
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
    return to.network().frozenLoss(to.parameters(), from.network());
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
