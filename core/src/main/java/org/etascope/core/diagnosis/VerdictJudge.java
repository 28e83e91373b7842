package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.etascope.core.training.LossCurve;

/**
 * The rules of verdicts, tried in their order; {@code docs/verdicts.md} has the reasons for their
 * thresholds. Every rule is about ratios of losses, so that L -> cL with eta -> eta / c leaves the
 * verdict as it is.
 *
 * <p>The rules read losses and increases, which every trainer collects. Only a run that meets all
 * else of a rule about the sharpness, or may or may not be ringing, is looked at more closely.
 */
final class VerdictJudge {
  /** Beyond what a run that comes back has been seen to reach. */
  private static final double DIVERGED = 1e6;

  private static final int MOST_TAIL = 64;
  private static final int LEAST_END = 3;
  private static final int END_SHARE = 4;

  private static final int PERIODS_IN_TAIL = 4;
  private static final double PERIODIC = 1e-6;

  private static final int LEAST_RESTLESS_TAIL = 16;
  private static final double RESTLESS_SHARE = 0.1;
  private static final double LOST_GROUND = 1.05;
  private static final int SHARPNESS_PAIRS = 8;
  private static final double LEAST_AT_EDGE = 1.9;
  private static final double MOST_AT_EDGE = 2.1;
  private static final double CHATTER_SHARE = 0.9;

  /** Where to second order a step along the sharpest direction begins to rise. */
  private static final double STABLE = 2;

  private final Course course;
  private final CloserLook look;
  private final LossCurve losses;
  private final RecentIncreases recent;

  /** n transitions, w of them in the tail, q of them in the end. */
  private final int n;

  private final int w;
  private final int q;

  /** The increases of the tail, bit for bit. */
  private final long tailIncreases;

  private VerdictJudge(Course course, CloserLook look) {
    this.course = course;
    this.look = look;
    losses = course.losses();
    recent = course.recent();
    n = course.transitions();
    w = tail(n);
    q = Math.max(LEAST_END, (n - 1) / END_SHARE + 1);
    tailIncreases = w == 0 ? 0 : recent.all() & -1L >>> (Long.SIZE - w);
  }

  /** Returns w, how many of a run's transitions are its tail. */
  static int tail(int transitions) {
    return Math.min(MOST_TAIL, transitions / 2);
  }

  /** Returns the first verdict whose rule a run meets. */
  static Verdict verdict(Course course, CloserLook look) {
    return new VerdictJudge(course, look).verdict();
  }

  private Verdict verdict() {
    Optional<Verdict> end = blownUp();
    if (end.isPresent()) {
      return end.get();
    }
    Optional<LossIncrease> first = course.diagnosis().first();
    return first.isPresent() ? rising(first.get()) : falling();
  }

  /** Rules 1 to 3: nothing is to be expected of further steps. */
  private Optional<Verdict> blownUp() {
    boolean finite = Double.isFinite(losses.last());
    double largest = finite ? losses.last() : largestFinite();
    if (largest > DIVERGED * losses.first() && largest > DIVERGED * course.zeroLoss()) {
      return Optional.of(
          new Verdict.Diverged(largest / Math.max(losses.first(), course.zeroLoss())));
    }
    if (!finite) {
      return Optional.of(new Verdict.NonFinite());
    }
    return course.diagnosis().dead() && losses.last() > 0
        ? Optional.of(new Verdict.Dead())
        : Optional.empty();
  }

  private double largestFinite() {
    return IntStream.rangeClosed(0, n)
        .mapToDouble(losses::at)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** Rules 4 to 8, of runs with an increase. */
  private Verdict rising(LossIncrease first) {
    return growing()
        .or(this::periodic)
        .or(this::restless)
        .or(() -> recovered(first))
        .orElseGet(Verdict.NonMonotone::new);
  }

  /** Rule 4: the last q transitions are increases, and L_n > L_0. */
  private Optional<Verdict> growing() {
    return recent.growing() >= q && losses.last() > losses.first()
        ? Optional.of(new Verdict.Growing(recent.growing()))
        : Optional.empty();
  }

  /**
   * Rule 5: |L_{t+p} - L_t| <= 1e-6 (max - min) over the tail, and every p transitions in a row
   * contain an increase.
   */
  private Optional<Verdict> periodic() {
    if (!course.gradientDescent() || tailIncreases == 0 || w < 2 * PERIODS_IN_TAIL) {
      return Optional.empty();
    }
    double[] tail = IntStream.rangeClosed(n - w, n).mapToDouble(losses::at).toArray();
    double amplitude =
        Arrays.stream(tail).max().orElseThrow() - Arrays.stream(tail).min().orElseThrow();
    int calm = longestCalm();
    return IntStream.rangeClosed(2, w / PERIODS_IN_TAIL)
        .filter(p -> calm < p && repeats(tail, p, PERIODIC * amplitude))
        .boxed()
        .findFirst()
        .map(p -> new Verdict.Periodic(p, amplitude));
  }

  private static boolean repeats(double[] tail, int p, double tolerance) {
    return IntStream.range(0, tail.length - p)
        .allMatch(t -> Math.abs(tail[t + p] - tail[t]) <= tolerance);
  }

  /** Returns how many transitions in a row the tail has without an increase, at most. */
  private int longestCalm() {
    int longest = 0;
    int calm = 0;
    for (int k = 0; k < w; k++) {
      calm = (tailIncreases >>> k & 1) == 0 ? calm + 1 : 0;
      longest = Math.max(longest, calm);
    }
    return longest;
  }

  /** Rule 6: the tail goes up and down, at the edge of stability or along a kink. */
  private Optional<Verdict> restless() {
    double increases = Long.bitCount(tailIncreases);
    double share = increases / w;
    if (!course.gradientDescent() || w < LEAST_RESTLESS_TAIL || share < RESTLESS_SHARE) {
      return Optional.empty();
    }
    double kinkShare = Long.bitCount(tailIncreases & recent.kinks()) / increases;
    double tailRatio = medianLoss(n - w) / medianLoss(n - 2 * w);
    if (tailRatio <= LOST_GROUND) {
      OptionalDouble etaLambda = medianEtaLambda();
      if (etaLambda.isPresent()) {
        return Optional.of(
            new Verdict.EdgeOfStability(share, kinkShare, tailRatio, etaLambda.getAsDouble()));
      }
    }
    return kinkShare >= CHATTER_SHARE
        ? Optional.of(new Verdict.KinkChatter(share, kinkShare))
        : Optional.empty();
  }

  /** Returns the median of the w losses behind a step. */
  private double medianLoss(int step) {
    return median(IntStream.rangeClosed(step + 1, step + w).mapToDouble(losses::at).toArray());
  }

  /**
   * Returns the steps at which rule 6 asks for the sharpness, in ascending order: a step of the
   * tail and its next, {@value #SHARPNESS_PAIRS} times; none where the tail is too short.
   */
  static int[] sharpnessPairs(int transitions) {
    int w = tail(transitions);
    int[] steps = new int[w < LEAST_RESTLESS_TAIL ? 0 : 2 * SHARPNESS_PAIRS];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = transitions - w + k / 2 * (w - 1) / (SHARPNESS_PAIRS - 1) + k % 2;
    }
    return steps;
  }

  /**
   * Returns the median of eta lambda if it is at the edge, each value the mean over a step of the
   * tail and its next: at the edge of stability the sharpness itself may alternate. Where bounds
   * put more than half of the means on one side of it no value is computed, and else none but those
   * that may be in the middle.
   */
  private OptionalDouble medianEtaLambda() {
    EtaLambda etaLambda = look.etaLambda(sharpnessPairs(n));
    if (isOffEdge(means(etaLambda::bounds))) {
      return OptionalDouble.empty();
    }
    List<Bounds> means = means(etaLambda::closeBounds);
    if (isOffEdge(means)) {
      return OptionalDouble.empty();
    }
    double median =
        median(
            IntStream.range(0, SHARPNESS_PAIRS)
                .mapToDouble(
                    k ->
                        mayBeMiddle(means.get(k), means)
                            ? 0.5 * (etaLambda.value(2 * k) + etaLambda.value(2 * k + 1))
                            : means.get(k).atLeast())
                .toArray());
    return median >= LEAST_AT_EDGE && median <= MOST_AT_EDGE
        ? OptionalDouble.of(median)
        : OptionalDouble.empty();
  }

  private static List<Bounds> means(IntFunction<Bounds> bounds) {
    return IntStream.range(0, SHARPNESS_PAIRS)
        .mapToObj(k -> bounds.apply(2 * k).mean(bounds.apply(2 * k + 1)))
        .toList();
  }

  private static boolean isOffEdge(List<Bounds> means) {
    return most(means, mean -> mean.atMost() < LEAST_AT_EDGE)
        || most(means, mean -> mean.atLeast() > MOST_AT_EDGE);
  }

  /** Returns whether neither more than half of the others are surely below a mean, nor above it. */
  private static boolean mayBeMiddle(Bounds mean, List<Bounds> means) {
    return !most(means, other -> other.atMost() < mean.atLeast())
        && !most(means, other -> other.atLeast() > mean.atMost());
  }

  private static boolean most(List<Bounds> means, Predicate<Bounds> condition) {
    return means.stream().filter(condition).count() > means.size() / 2;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
  }

  /** Rule 7: no increase in the last q transitions, and L_n below all that was before the first. */
  private Optional<Verdict> recovered(LossIncrease first) {
    if (!course.gradientDescent() || recent.calm() < q || !endsBelow(first.step())) {
      return Optional.empty();
    }
    Optional<Verdict> catapult =
        first.cause() == Cause.CURVATURE ? catapult(first.step()) : Optional.empty();
    return catapult.or(() -> Optional.of(new Verdict.TransientBump()));
  }

  /** Returns whether the last loss is below all before a step. */
  private boolean endsBelow(int step) {
    for (int t = 0; t < step; t++) {
      if (!(losses.last() < losses.at(t))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks whether the sharpness was above 2 / eta where the first increase began, and is below it
   * at the last step, or was 1, 2, 4, ... steps behind.
   */
  private Optional<Verdict> catapult(int firstIncrease) {
    int from = firstIncrease - 1;
    EtaLambda etaLambda = look.etaLambda(from, firstIncrease, n);
    boolean cameDown =
        etaLambda.isAbove(0, STABLE)
            && (etaLambda.isBelow(2, STABLE)
                || etaLambda.isBelow(1, STABLE)
                || cameDownBetween(from));
    return cameDown ? Optional.of(new Verdict.Catapult()) : Optional.empty();
  }

  private boolean cameDownBetween(int from) {
    int[] steps = IntStream.iterate(2, k -> k < n - from, k -> 2 * k).map(k -> from + k).toArray();
    EtaLambda etaLambda = look.etaLambda(steps);
    return IntStream.range(0, steps.length).anyMatch(k -> etaLambda.isBelow(k, STABLE));
  }

  /** Rules 9 and 10, of runs without: does the gradient turn round at most of the last steps? */
  private Verdict falling() {
    if (course.gradientDescent()) {
      Reversals known = course.reversals();
      Reversals reversals = known.answer() == Reversals.Answer.UNKNOWN ? look.reversals() : known;
      if (reversals.answer() == Reversals.Answer.RINGING) {
        return new Verdict.Ringing(reversals.turned(), reversals.pairs());
      }
    }
    return course.diagnosis().naiveIncreases() > 0
        ? new Verdict.MonotoneToTolerance()
        : new Verdict.Monotone();
  }
}
