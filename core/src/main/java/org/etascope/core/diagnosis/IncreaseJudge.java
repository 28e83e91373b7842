package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.Step;
import org.etascope.core.training.TrainingSpec;

/**
 * Decides whether the loss rose from one step to the next, and why. Most rises are far above or far
 * below what rounding can do; the bound itself is computed for the others alone.
 *
 * <p>An object is a workspace and not thread-safe.
 */
public final class IncreaseJudge {
  private final Architecture architecture;
  private final Dataset data;
  private final Loss loss;
  private final RoundingBound roundingBound;
  private final double terms;
  private final double zeroLoss;
  private Optional<Stability> stability = Optional.empty();

  /**
   * Makes a judge of runs.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public IncreaseJudge(Architecture architecture, Dataset data, Loss loss) {
    this.architecture = architecture;
    this.data = data;
    this.loss = loss;
    this.roundingBound = new RoundingBound(architecture, data, loss);
    this.terms = (double) data.points() * architecture.outputs();
    this.zeroLoss = zeroLoss(data, loss);
  }

  private static double zeroLoss(Dataset data, Loss loss) {
    double sum = 0;
    for (double target : data.targetValues()) {
      sum += loss.value(0, target);
    }
    return sum / data.targetValues().length;
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

  /** Returns at how many steps the computed loss rose, or stopped being finite. */
  static int naiveIncreases(LossCurve losses) {
    int increases = 0;
    for (int t = 1; t < losses.steps(); t++) {
      increases += isNaiveIncrease(losses.at(t - 1), losses.at(t)) ? 1 : 0;
    }
    return increases;
  }

  /**
   * Returns whether a naive increase may be certified, as far as the losses alone tell: it is above
   * what every B_t + B_{t+1} contains.
   */
  boolean mayCertify(double before, double after) {
    return !Double.isFinite(after) || after - before > least(before, after);
  }

  /** Returns a part of B_t + B_{t+1}: what adding up the losses of all points contributes. */
  private double least(double before, double after) {
    return RoundingBound.summation(terms, before) + RoundingBound.summation(terms, after);
  }

  /**
   * Returns what no B(theta) exceeds, of a network of ReLUs with half mean squared error, whose
   * parameters and loss are no larger in size than the given ones: each term of {@link
   * RoundingBound#coarsestAt} grows with them.
   *
   * @param largest the largest |theta_k| of each k
   * @param largestLoss the largest loss, finite
   */
  public double largestBound(Parameters largest, double largestLoss) {
    return roundingBound.coarsestAt(largest, largestLoss);
  }

  /**
   * Judges a naive increase without its passes, if it is larger than a limit that rounding is known
   * to keep.
   *
   * @param before L_t, finite
   * @param after L_{t+1}, finite
   * @param frozenLoss the loss at theta_{t+1} with theta_t's masks
   * @param limit what B_t + B_{t+1} does not exceed
   * @return the cause of a certified increase; empty where only {@link #judge} can tell
   */
  public Optional<Cause> judgeLarge(double before, double after, double frozenLoss, double limit) {
    double smoothChange = frozenLoss - before;
    if (!(after - before > limit)) {
      return Optional.empty();
    }
    if (!Double.isFinite(frozenLoss) || smoothChange > limit) {
      return Optional.of(Cause.CURVATURE);
    }
    return smoothChange > least(before, after) ? Optional.empty() : Optional.of(Cause.KINK);
  }

  /**
   * Judges a naive increase, which is certified where L_{t+1} - L_t > B_t + B_{t+1} or the loss
   * stopped being finite.
   *
   * @param from step t
   * @param to step t + 1
   */
  Optional<Judgement> judge(Step from, Step to) {
    if (!Double.isFinite(to.loss())) {
      // B_{t+1} overflowed with the loss and bounds nothing any more
      double frozenLoss = frozenLoss(from, to);
      return Optional.of(judgement(!(frozenLoss - from.loss() <= bound(from)), frozenLoss));
    }
    Limit limit = new Limit(from, to);
    if (!limit.isBelow(to.loss() - from.loss())) {
      return Optional.empty();
    }
    double frozenLoss = frozenLoss(from, to);
    // a frozen loss that is NaN or infinite lies above every limit
    boolean curvature = !Double.isFinite(frozenLoss) || limit.isBelow(frozenLoss - from.loss());
    return Optional.of(judgement(curvature, frozenLoss));
  }

  private static Judgement judgement(boolean curvature, double frozenLoss) {
    return new Judgement(curvature ? Cause.CURVATURE : Cause.KINK, frozenLoss);
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
      this.least = least(from.loss(), to.loss());
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

  /** Returns whether eta |g|^2 > B: what the gradient promises is more than rounding can hide. */
  boolean isBeyondRounding(TrainingSpec training, Step step) {
    double descent = etaInForce(training, step) * step.gradient().dot(step.gradient());
    return descent > coarseBound(step) || descent > bound(step);
  }

  /**
   * Returns whether eta |g|^2 > B by so much that the parameters tell, for half mean squared error.
   *
   * @param step t
   * @param squares |g_t|^2
   * @param theta theta_t
   * @param computed L_t
   */
  boolean isFarBeyondRounding(
      TrainingSpec training, int step, double squares, Parameters theta, double computed) {
    return training.etaAt(step) * squares > roundingBound.coarsestAt(theta, computed);
  }

  /** Returns a workspace that holds eta lambda against limits. */
  Stability stability() {
    if (stability.isEmpty()) {
      stability = Optional.of(new Stability(architecture, data, loss));
    }
    return stability.get();
  }

  /** Returns how many steps of a training are recorded, unless it stops before. */
  int rows(TrainingSpec training) {
    return training.rows(data.points());
  }

  /** Returns the loss of a network whose outputs are all 0. */
  double zeroLoss() {
    return zeroLoss;
  }

  /** Returns the loss at theta_{t+1} with all activations on their branches at theta_t. */
  double frozenLoss(Step from, Step to) {
    return to.network().frozenLoss(to.parameters(), from.network());
  }

  /** Returns what can be said about a certified increase; costs as much as some dozens of steps. */
  Evidence evidence(TrainingSpec training, Step from, Step to, Judgement judgement) {
    double eta = etaInForce(training, from);
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
        training.isGradientDescent(),
        pathCurvature(training, from, to, bound(from) + bound(to)),
        Sharpness.of(architecture, data, loss).largest(from.parameters()),
        ray(from, to).switches(data, loss));
  }

  /** Returns the eta of the update behind a step, the first where there are several. */
  private double etaInForce(TrainingSpec training, Step from) {
    return training.etaOfRow(from.index(), data.points());
  }

  /**
   * Returns the path curvature of an update of gradient descent; empty for any other.
   *
   * @param bound B_t + B_{t+1}
   */
  Optional<PathCurvature> pathCurvature(TrainingSpec training, Step from, Step to, double bound) {
    Parameters gradient = from.gradient();
    return training.isGradientDescent()
        ? PathCurvature.of(
            to.loss() - from.loss(), etaInForce(training, from), gradient.dot(gradient), bound)
        : Optional.empty();
  }

  /** Returns what a certified increase to a finite loss was made of, if its switches are known. */
  Optional<KinkBudget> kinkBudget(TrainingSpec training, Step from, Step to, Evidence evidence) {
    Parameters gradient = from.gradient();
    Ray ray = ray(from, to);
    // g.D, which is -eta |g|^2 where D = -eta g
    double descent =
        training.isGradientDescent()
            ? -evidence.eta() * gradient.dot(gradient)
            : gradient.dot(ray.direction());
    return evidence
        .switches()
        .map(
            switches ->
                KinkBudget.of(
                    evidence.after() - evidence.before(),
                    descent,
                    ray,
                    switches,
                    HessianProduct.of(architecture, data, loss)));
  }

  private static Ray ray(Step from, Step to) {
    return new Ray(from.parameters(), to.parameters());
  }
}
