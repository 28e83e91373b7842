package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.etascope.core.training.LossCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule by curves that meet it and curves that just do not. */
final class VerdictJudgeTest {
  private static final Reversals NO_REVERSALS = new Reversals(20, 0, 20, true);
  private static final CloserLook NOTHING_KNOWN = new Look(step -> Double.NaN, NO_REVERSALS);

  /** What a closer look would find. */
  private record Look(IntToDoubleFunction etaLambdas, Reversals reversals) implements CloserLook {
    @Override
    public EtaLambda etaLambda(int... steps) {
      return new Known(steps, etaLambdas);
    }
  }

  /** eta lambda known at every step, and bounded as loosely as can be helpful. */
  private static final class Known implements EtaLambda {
    private final int[] steps;
    private final IntToDoubleFunction values;

    Known(int[] steps, IntToDoubleFunction values) {
      this.steps = steps;
      this.values = values;
    }

    @Override
    public Bounds bounds(int k) {
      return new Bounds(value(k) - 0.05, value(k) + 0.05);
    }

    @Override
    public Bounds closeBounds(int k) {
      return new Bounds(value(k) - 0.005, value(k) + 0.001);
    }

    @Override
    public boolean isBelow(int k, double limit) {
      return value(k) < limit;
    }

    @Override
    public boolean isAbove(int k, double limit) {
      return value(k) > limit;
    }

    @Override
    public double value(int k) {
      return values.applyAsDouble(steps[k]);
    }
  }

  private static Look etaLambda(IntToDoubleFunction etaLambdas) {
    return new Look(etaLambdas, NO_REVERSALS);
  }

  /** A run all of whose rises are certified. */
  private record Curve(
      LossCurve losses,
      IntPredicate kink,
      double zeroLoss,
      boolean dead,
      boolean gradientDescent,
      Reversals reversals) {
    static Curve of(double... losses) {
      return new Curve(LossCurve.of(losses), step -> false, 0, false, true, NO_REVERSALS);
    }

    Curve by(IntPredicate otherKink) {
      return new Curve(losses, otherKink, zeroLoss, dead, gradientDescent, reversals);
    }

    Curve dying() {
      return new Curve(losses, kink, zeroLoss, true, gradientDescent, reversals);
    }

    Curve withZeroLoss(double other) {
      return new Curve(losses, kink, other, dead, gradientDescent, reversals);
    }

    Curve with(Reversals other) {
      return new Curve(losses, kink, zeroLoss, dead, gradientDescent, other);
    }

    Curve ofAnotherOptimizer() {
      return new Curve(losses, kink, zeroLoss, dead, false, reversals);
    }

    Curve times(double scale) {
      double[] scaled = Arrays.stream(losses.toArray()).map(loss -> loss * scale).toArray();
      return new Curve(
          LossCurve.of(scaled), kink, zeroLoss * scale, dead, gradientDescent, reversals);
    }

    Verdict verdict() {
      return verdict(NOTHING_KNOWN);
    }

    Verdict verdict(CloserLook look) {
      RecentIncreases.Tally recent = new RecentIncreases.Tally();
      int[] rises =
          IntStream.range(1, losses.steps())
              .filter(t -> IncreaseJudge.isNaiveIncrease(losses.at(t - 1), losses.at(t)))
              .toArray();
      for (int t : rises) {
        recent.add(t, cause(t));
      }
      int kinks = (int) Arrays.stream(rises).filter(kink).count();
      Diagnosis diagnosis =
          new Diagnosis(
              rises.length,
              rises.length - kinks,
              kinks,
              Arrays.stream(rises).mapToObj(this::increase).findFirst(),
              rises.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(1),
              0,
              1,
              0,
              dead);
      return VerdictJudge.verdict(
          new Course(
              losses,
              zeroLoss,
              gradientDescent,
              diagnosis,
              recent.at(losses.steps() - 1),
              reversals),
          look);
    }

    private Cause cause(int step) {
      return kink.test(step) ? Cause.KINK : Cause.CURVATURE;
    }

    private LossIncrease increase(int step) {
      return new LossIncrease(
          step, losses.at(step - 1), losses.at(step), cause(step), Optional.empty());
    }
  }

  /** A descent over n transitions, from n + 1 to 1, each loss raised by what a step adds to it. */
  private static Curve descent(int n, IntToDoubleFunction raised) {
    return Curve.of(
        IntStream.rangeClosed(0, n)
            .mapToDouble(t -> n + 1 - t + raised.applyAsDouble(t))
            .toArray());
  }

  private static Curve descent(int n) {
    return descent(n, t -> 0);
  }

  /** A descent with a rise at every step that is chosen. */
  private static Curve risingAt(int n, IntPredicate rises) {
    return descent(n, t -> rises.test(t) ? 1.5 : 0);
  }

  @Test
  void aLossBeyondAMillionTimesTheFirstHasDiverged() {
    assertEquals(new Verdict.Diverged(1_000_001), Curve.of(1, 1_000_001).verdict());
    assertEquals(new Verdict.NonMonotone(), Curve.of(1, 1_000_000).verdict());
  }

  @Test
  void whatTheOutputsZeroCostIsAScaleToo() {
    assertEquals(new Verdict.NonMonotone(), Curve.of(1, 1_000_001).withZeroLoss(2).verdict());
    assertEquals(new Verdict.Diverged(1_500_000), Curve.of(1, 3e6).withZeroLoss(2).verdict());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
  void anOverflowIsADivergenceIfTheLossHadGrownBefore(double end) {
    assertEquals(new Verdict.NonFinite(), Curve.of(1, 1_000_000, end).verdict());
    assertEquals(new Verdict.Diverged(2e6), Curve.of(1, 2e6, 5, end).verdict());
    assertEquals(new Verdict.NonFinite(), Curve.of(end).verdict());
  }

  @Test
  void offOutputsAreDeadUnlessTheyFit() {
    assertEquals(new Verdict.Dead(), Curve.of(1, 2, 1, 1).dying().verdict());
    assertEquals(new Verdict.Monotone(), Curve.of(1, 0, 0, 0).dying().verdict());
  }

  @Test
  void growsThroughTheLastQuarterAndAboveItsStart() {
    assertEquals(new Verdict.Growing(3), Curve.of(5, 4, 3, 4, 5, 6).verdict());
    assertEquals(new Verdict.NonMonotone(), Curve.of(5, 4, 3, 4, 4.5, 5).verdict());
    assertEquals(new Verdict.NonMonotone(), Curve.of(5, 4, 3, 2, 4, 6).verdict());
    assertEquals(new Verdict.NonMonotone(), Curve.of(5, 6, 7).verdict());
  }

  /** n = 101: q = 26. */
  @Test
  void aQuarterIsRoundedUp() {
    assertEquals(new Verdict.Growing(26), descent(101, t -> Math.max(0, t - 75) * 10).verdict());
    assertEquals("non-monotone", descent(101, t -> Math.max(0, t - 76) * 10).verdict().word());
  }

  private static Curve sawtooth(int period, int n) {
    return Curve.of(IntStream.rangeClosed(0, n).mapToDouble(t -> period - t % period).toArray());
  }

  /** Four periods have to lie in the tail, which is at most 64 long and half of the run. */
  @ParameterizedTest
  @CsvSource({"2, 16", "3, 24", "7, 56", "16, 128", "16, 1000"})
  void repeatsItselfFourTimesInTheTail(int period, int n) {
    assertEquals(new Verdict.Periodic(period, period - 1), sawtooth(period, n).verdict());
    assertEquals(new Verdict.NonMonotone(), sawtooth(period, 8 * period - 1).verdict());
  }

  @Test
  void aLongerPeriodIsNone() {
    assertEquals(new Verdict.NonMonotone(), sawtooth(17, 1000).verdict());
  }

  /** The sawtooth has an amplitude of 1. */
  @ParameterizedTest
  @CsvSource({"0.9e-6, periodic-2", "1.1e-6, non-monotone"})
  void aPeriodIsOneToAMillionthOfItsAmplitude(double deviation, String word) {
    double[] losses = sawtooth(2, 200).losses().toArray();
    losses[180] += deviation;
    assertEquals(word, Curve.of(losses).verdict().word());
  }

  @Test
  void aRepetitionWithoutIncreaseIsNoPeriod() {
    assertEquals(new Verdict.Monotone(), Curve.of(new double[200]).verdict());
  }

  /** n = 40: a tail of 20 steps, of which the last 10 are the end. */
  @Test
  void oneTenthOfTheTailAgainstKinksIsChatter() {
    Curve twice = risingAt(40, t -> t == 31 || t == 35).by(step -> true);
    assertEquals(new Verdict.KinkChatter(0.1, 1), twice.verdict());
    assertEquals(new Verdict.NonMonotone(), risingAt(40, t -> t == 35).by(step -> true).verdict());
    assertEquals(new Verdict.NonMonotone(), twice.by(step -> false).verdict());
  }

  /** n = 30: a tail of 15. */
  @Test
  void aTailOfLessThanSixteenDoesNotTell() {
    assertEquals("non-monotone", risingAt(30, t -> t % 5 == 4).by(step -> true).verdict().word());
    assertEquals("kink-chatter", risingAt(32, t -> t % 5 == 4).by(step -> true).verdict().word());
  }

  /** n = 100: ten increases in the tail of 50, from step 54 on. */
  @ParameterizedTest
  @CsvSource({"1, kink-chatter", "2, non-monotone"})
  void chatterIsNineTenthsKinks(int byCurvature, String word) {
    Curve curve = risingAt(100, t -> t % 5 == 4).by(t -> t >= 54 + 5 * byCurvature);
    assertEquals(word, curve.verdict().word());
  }

  @ParameterizedTest
  @CsvSource({
    "1.89, non-monotone",
    "1.91, edge-of-stability",
    "2.09, edge-of-stability",
    "2.11, non-monotone"
  })
  void theEdgeOfStabilityIsAtTwo(double etaLambda, String word) {
    Curve curve = risingAt(100, t -> t % 5 == 4);
    assertEquals(word, curve.verdict(etaLambda(step -> etaLambda)).word());
    assertEquals(
        word, curve.verdict(etaLambda(step -> etaLambda + (step % 2 == 0 ? 1 : -1))).word());
  }

  /** n = 100: the pairs begin at steps 50, 57, 64, 71, 78, 85, 92 and 99. */
  @ParameterizedTest
  @CsvSource({"78, edge-of-stability", "85, non-monotone"})
  void theEdgeOfStabilityIsWhereHalfOfTheTailIs(int arrival, String word) {
    Curve curve = risingAt(100, t -> t % 5 == 4);
    CloserLook look = etaLambda(step -> step < arrival ? 1.8 : 2.05);
    assertEquals(word, curve.verdict(look).word());
  }

  /** n = 128: the pairs begin at steps 64, 73, ..., 127; the median is that of sorted means. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.01, 0.05})
  void theEdgeOfStabilityStatesTheMedianOfItsPairs(double spread) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] etaLambdas =
          IntStream.rangeClosed(0, 128)
              .mapToDouble(t -> 2 + spread * random.nextGaussian())
              .toArray();
      double[] means =
          IntStream.rangeClosed(0, 7)
              .mapToDouble(k -> (etaLambdas[64 + 9 * k] + etaLambdas[65 + 9 * k]) / 2)
              .sorted()
              .toArray();
      Verdict.EdgeOfStability verdict =
          (Verdict.EdgeOfStability)
              risingAt(128, t -> t % 5 == 4).verdict(etaLambda(t -> etaLambdas[t]));
      assertEquals((means[3] + means[4]) / 2, verdict.etaLambda(), "seed " + seed);
    }
  }

  /** n = 128: 8 pairs from step 64 on, the last of them 127 and 128. */
  @Test
  void theSharpnessIsTakenAtPairsThroughoutTheTail() {
    Verdict.EdgeOfStability verdict =
        (Verdict.EdgeOfStability)
            risingAt(128, t -> t % 5 == 4).verdict(etaLambda(t -> 2 + (t - 96) / 1000.0));
    assertEquals(2, verdict.etaLambda(), 1e-3);
    assertEquals(0, verdict.kinkShare());
    assertEquals(12 / 64.0, verdict.increaseShare());
  }

  @ParameterizedTest
  @CsvSource({"1.04, edge-of-stability", "1.06, non-monotone"})
  void theEdgeOfStabilityLosesNoGround(double ratio, String word) {
    Curve level =
        Curve.of(
            IntStream.rangeClosed(0, 128)
                .mapToDouble(t -> (t > 64 ? ratio : 1) * (1 + (t * 7 % 5 + t % 3) * 1e-3))
                .toArray());
    assertEquals(word, level.verdict(etaLambda(step -> 2)).word());
  }

  /** n = 40: no increase from step 31 on; from step 4 the steps 5, 6, 8, 12, 20, 36 are probed. */
  @Test
  void aCatapultComesDownWhereItIsFlatter() {
    Curve curve = risingAt(40, t -> t == 5);
    assertEquals(new Verdict.Catapult(), curve.verdict(etaLambda(step -> step < 10 ? 2.5 : 1.5)));
    assertEquals(new Verdict.Catapult(), curve.verdict(etaLambda(step -> step < 40 ? 2.5 : 1.5)));
    assertEquals(new Verdict.Catapult(), curve.verdict(etaLambda(step -> step == 12 ? 1.5 : 2.5)));
    assertEquals(
        new Verdict.TransientBump(), curve.verdict(etaLambda(step -> step == 13 ? 1.5 : 2.5)));
  }

  @Test
  void aBumpIsNoCatapultUnlessSharpnessExplainsIt() {
    Curve curve = risingAt(40, t -> t == 5);
    assertEquals(new Verdict.TransientBump(), curve.verdict(etaLambda(step -> 2.5)));
    assertEquals(
        new Verdict.TransientBump(), curve.verdict(etaLambda(step -> step < 10 ? 2 : 1.5)));
    assertEquals(
        new Verdict.TransientBump(),
        curve.by(step -> true).verdict(etaLambda(step -> step < 10 ? 2.5 : 1.5)));
    assertEquals(new Verdict.TransientBump(), curve.verdict());
  }

  @Test
  void aBumpIsOverInTheLastQuarterAndMadeGood() {
    assertEquals("transient-bump", risingAt(40, t -> t == 30).verdict().word());
    assertEquals("non-monotone", risingAt(40, t -> t == 31).verdict().word());
    assertEquals("non-monotone", Curve.of(3, 2, 4, 3, 2.5, 2).verdict().word());
    assertEquals("transient-bump", Curve.of(3, 2, 4, 3, 2.5, 1.9).verdict().word());
  }

  @ParameterizedTest
  @CsvSource({
    "11, 9, false, ringing",
    "10, 10, true, monotone",
    "2, 1, true, ringing",
    "2, 0, true, monotone",
    "3, 0, false, ringing",
    "1, 0, true, monotone"
  })
  void ringsIfTheGradientTurnsRoundInMostPairs(int turned, int others, boolean exact, String word) {
    Curve curve = descent(60).with(new Reversals(20, turned, others, exact));
    assertEquals(word, curve.verdict().word());
    assertEquals("monotone", curve.ofAnotherOptimizer().verdict().word());
  }

  @Test
  void aRunThatMayBeRingingIsLookedAtMoreClosely() {
    Curve curve = descent(60).with(new Reversals(20, 4, 6, false));
    assertEquals(
        new Verdict.Ringing(4, 20),
        curve.verdict(new Look(step -> 0, new Reversals(20, 4, 3, true))));
    assertEquals(
        new Verdict.Monotone(), curve.verdict(new Look(step -> 0, new Reversals(20, 4, 4, true))));
  }

  @Test
  void otherOptimizersHaveNoPeriodsNorCatapults() {
    assertEquals("non-monotone", sawtooth(2, 200).ofAnotherOptimizer().verdict().word());
    assertEquals("non-monotone", risingAt(40, t -> t == 5).ofAnotherOptimizer().verdict().word());
    assertEquals("growing", Curve.of(1, 2, 3, 4).ofAnotherOptimizer().verdict().word());
  }

  @Test
  void aRunOfOneStepIsMonotone() {
    assertEquals(new Verdict.Monotone(), Curve.of(1).verdict());
    assertEquals(
        "monotone over 1 step: no computed loss rose.", new Verdict.Monotone().sentence(1));
  }

  @Test
  void sentencesNameTheHorizonAndTheFigures() {
    assertEquals(
        "periodic-2 over 1000 steps: the loss repeats itself every 2 steps, within a range of"
            + " 0.0313.",
        new Verdict.Periodic(2, 0.03125).sentence(1000));
    assertEquals(
        "catapult over 40 steps: eta lambda was above 2 where the loss first rose, and below 2"
            + " later on.",
        new Verdict.Catapult().sentence(40));
  }

  /** Random walks of every kind: L -> 4 L, which is exact, changes no verdict. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theScaleOfTheLossDoesNotMatter(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      int n = 1 + random.nextInt(200);
      double drift = random.nextGaussian() * 0.05;
      double[] losses = new double[n + 1];
      losses[0] = 1;
      for (int t = 1; t <= n; t++) {
        losses[t] = losses[t - 1] * Math.exp(drift + 0.1 * random.nextGaussian());
      }
      Curve curve = Curve.of(losses).by(step -> step % 7 < 6).withZeroLoss(random.nextDouble());
      CloserLook look = etaLambda(step -> 1.5 + (step % 10) / 10.0);
      assertEquals(curve.verdict(look).word(), curve.times(4).verdict(look).word());
    }
  }
}
