package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.etascope.core.Galaxies;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.Sharpness;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.Trace;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules 6 to 8 as {@code docs/verdicts.md} has them, with eigenvalues of dense matrices at every
 * step of a trace, are the oracle of verdicts that are found for less.
 */
final class SharpnessRulesTest {
  private static final int RUNS = 400;
  private static final Set<String> RULES_6_TO_8 =
      Set.of("edge-of-stability", "kink-chatter", "catapult", "transient-bump", "non-monotone");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void verdictsAreThoseOfEigenvaluesAtEveryStep(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> words = new TreeMap<>();
    for (int k = 0; k < RUNS; k++) {
      RunSpec run = random(random);
      RunResult.Trained trained = (RunResult.Trained) RunResult.of(run).outcome();
      String word = trained.verdict().word();
      if (RULES_6_TO_8.contains(word)) {
        assertEquals(new Rules(run).word(), word, "run " + k);
        words.merge(word, 1, Integer::sum);
      }
    }
    assertTrue(words.keySet().containsAll(Set.of("kink-chatter", "catapult")), words.toString());
    assertTrue(words.getOrDefault("transient-bump", 0) > 0, words.toString());
  }

  /** A small network at an eta at which its loss is likely to rise. */
  private static RunSpec random(Random random) {
    int points = 1 + random.nextInt(6);
    double[] x = DoubleStream.generate(random::nextGaussian).limit(points).toArray();
    double[] y = DoubleStream.generate(random::nextGaussian).limit(points).toArray();
    int neurons = 1 + random.nextInt(4);
    Activation output = random.nextInt(3) == 0 ? Activation.RELU : Activation.IDENTITY;
    Activation hidden = random.nextInt(4) == 0 ? Activation.TANH : Activation.RELU;
    double eta = Math.pow(10, -0.9 + 1.1 * random.nextDouble());
    TrainingSpec training =
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), 8 + random.nextInt(90));
    if (random.nextInt(6) == 0) {
      training = training.withSchedule(new Schedule.Exponential(0.98));
    }
    if (random.nextInt(6) == 0) {
      training = training.withLossBelow(0.1 * random.nextDouble() + 1e-3);
    }
    return new RunSpec(
        Galaxies.points(x, y),
        new Architecture(List.of(1, neurons, 1), List.of(hidden, output)),
        new GivenParameters(
            DoubleStream.generate(() -> random.nextGaussian() * 0.9)
                .limit(3L * neurons + 1)
                .boxed()
                .toList()),
        0,
        training);
  }

  /** The rules over one run, none of whose earlier rules holds. */
  private static final class Rules {
    private final RunSpec run;
    private final List<Trace.Snapshot> steps;
    private final Sharpness sharpness;
    private final List<Optional<Cause>> causes;
    private final int n;

    Rules(RunSpec run) {
      this.run = run;
      steps = run.trace().steps();
      sharpness = Sharpness.of(run.architecture(), run.data(), run.training().loss());
      causes = run.traceDiagnosis().steps().stream().map(StepDiagnostics::cause).toList();
      n = causes.size() - 1;
    }

    String word() {
      int w = Math.min(64, n / 2);
      double rises = count(n - w + 1, t -> causes.get(t).isPresent());
      if (w >= 16 && rises / w >= 0.1) {
        if (medianLoss(n - w + 1, w) <= 1.05 * medianLoss(n - 2 * w + 1, w) && isAtTwo(w)) {
          return "edge-of-stability";
        }
        if (count(n - w + 1, t -> causes.get(t).equals(Optional.of(Cause.KINK))) >= 0.9 * rises) {
          return "kink-chatter";
        }
      }
      int first =
          IntStream.rangeClosed(1, n)
              .filter(t -> causes.get(t).isPresent())
              .findFirst()
              .orElseThrow();
      int q = Math.max(3, (n + 3) / 4);
      boolean madeGood = IntStream.range(0, first).allMatch(t -> loss(n) < loss(t));
      if (count(n - q + 1, t -> causes.get(t).isPresent()) > 0 || !madeGood) {
        return "non-monotone";
      }
      return causes.get(first).equals(Optional.of(Cause.CURVATURE))
              && etaLambda(first - 1) > 2
              && cameDown(first - 1)
          ? "catapult"
          : "transient-bump";
    }

    private boolean cameDown(int from) {
      return etaLambda(n) < 2
          || IntStream.iterate(1, k -> from + k < n, k -> 2 * k)
              .anyMatch(k -> etaLambda(from + k) < 2);
    }

    private boolean isAtTwo(int w) {
      double[] means =
          IntStream.range(0, 8)
              .map(k -> n - w + k * (w - 1) / 7)
              .mapToDouble(t -> (etaLambda(t) + etaLambda(t + 1)) / 2)
              .toArray();
      return Math.abs(median(means) - 2) <= 0.1;
    }

    private double loss(int step) {
      return steps.get(step).loss();
    }

    private double etaLambda(int step) {
      return run.training().etaAt(step)
          * sharpness.largest(steps.get(step).parameters()).orElse(Double.NaN);
    }

    private int count(int from, IntPredicate condition) {
      return (int) IntStream.rangeClosed(Math.max(1, from), n).filter(condition).count();
    }

    private double medianLoss(int from, int w) {
      return median(IntStream.range(from, from + w).mapToDouble(this::loss).toArray());
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      int half = values.length / 2;
      return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
  }
}
