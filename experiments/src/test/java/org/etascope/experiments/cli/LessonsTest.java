package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.GradientFlow;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.diagnosis.Sharpness;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.experiments.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/lessons.md says of its configs is what their runs do. */
final class LessonsTest {
  private static List<RunSpec> runs(String config, String... overrides) throws ConfigException {
    SweepFile file =
        SweepYaml.read(ROOT.resolve("configs/%s.yaml".formatted(config)), List.of(overrides));
    SweepPlan plan = SweepPlan.of(file.config(), file.data(), file.validation());
    return IntStream.range(0, plan.size()).mapToObj(plan::run).toList();
  }

  private static RunResult.Trained trained(RunSpec run) {
    return (RunResult.Trained) RunResult.of(run, Backpropagation::new, false).outcome();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catapult          | sweep.eta=0.5                                | monotone
          catapult          | sweep.eta=[1.9,2,2.01]                       | ringing
          catapult          | sweep.eta=[2.02,2.05,2.1,2.5,3,3.5,3.9,3.99] | catapult
          catapult          | sweep.eta=[4.01,4.1,4.5]                     | diverged
          period-doubling   | sweep.eta=[0.9,0.935]                        | monotone
          period-doubling   | sweep.eta=[0.9375,0.9775]                    | ringing
          period-doubling   | sweep.eta=[0.98,0.9975]                      | catapult
          period-doubling   | sweep.eta=1                                  | edge-of-stability
          period-doubling   | sweep.eta=[1.0025,1.1,1.235]                 | periodic-2
          period-doubling   | sweep.eta=[1.2375,1.2875]                    | periodic-4
          period-doubling   | sweep.eta=[1.29,1.2975]                      | periodic-8
          period-doubling   | sweep.eta=1.3                                | periodic-16
          period-doubling   | sweep.eta=[1.3025,1.3375,1.4]                | non-monotone
          period-doubling   | sweep.eta=1.335                              | periodic-6
          period-doubling   | sweep.eta=1.395                              | periodic-5
          period-doubling   | sweep.eta=2.01                               | diverged
          kink-chatter      | sweep.eta=[0.01,0.03,0.1,0.3]                | kink-chatter
          edge-of-stability | sweep.eta=0.1 sweep.seeds=6                  | monotone
          edge-of-stability | sweep.eta=[0.4,0.5,0.6] sweep.seeds=6        | edge-of-stability
          """)
  void runsHaveTheirVerdicts(String config, String overrides, String word) throws ConfigException {
    for (RunSpec run : runs(config, overrides.split(" "))) {
      assertEquals(
          word, trained(run).verdict().word(), () -> "eta " + run.eta() + ", seed " + run.seed());
    }
  }

  /**
   * In windows of 1000 steps at the edge of stability: the median loss, the largest, the mean of
   * eta lambda, here over every 15th step, and how many losses rise.
   */
  @Test
  void lossFallsWhileEtaLambdaStaysAtTwo() throws ConfigException, IOException {
    RunSpec run = runs("edge-of-stability", "sweep.eta=0.4", "sweep.seeds=0").get(0);
    Sharpness sharpness = Sharpness.of(run.architecture(), run.data(), run.training().loss());
    List<Double> losses = new ArrayList<>();
    List<Double> etaLambda = new ArrayList<>();
    run.train(
        step -> {
          if (losses.size() % 15 == 0) {
            etaLambda.add(run.eta() * sharpness.largest(step.parameters()).orElseThrow());
          }
          losses.add(step.loss());
        });
    List<List<String>> windows = rows("| steps | median loss").toList();
    assertEquals(6, windows.size());
    for (int k = 0; k < 6; k++) {
      int from = 1000 * k;
      double[] sorted =
          losses.subList(from, from + 1000).stream()
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      double mean =
          etaLambda.subList((from + 14) / 15, (from + 1014) / 15).stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElseThrow();
      long rises =
          IntStream.range(Math.max(1, from), from + 1000)
              .filter(step -> losses.get(step) > losses.get(step - 1))
              .count();
      List<String> window = windows.get(k);
      assertEquals(
          List.of(
              "%d to %d".formatted(from, from + 999),
              figure(sorted[500]),
              figure(sorted[999]),
              String.valueOf(rises)),
          List.of(window.get(0), window.get(1), window.get(2), window.get(4)));
      assertEquals(Double.parseDouble(window.get(3)), mean, 0.015);
    }
  }

  /** x' = x (1 + eta - eta x^2) alternates between two values; sqrt(eta) times them is known. */
  @Test
  void periodTwoAlternatesBetweenItsTwoLosses() throws ConfigException {
    RunResult.Trained run = trained(runs("period-doubling", "sweep.eta=1.1").get(0));
    double high = 0.5 * Math.pow(1 - 1.1705367196 * 1.1705367196 / 1.1, 2);
    double low = 0.5 * Math.pow(1 - 0.8543089536 * 0.8543089536 / 1.1, 2);
    int last = run.losses().steps() - 1;
    double[] pair = {run.losses().at(last - 1), run.losses().at(last)};
    Arrays.sort(pair);
    assertEquals(Math.min(low, high), pair[0], 1e-10);
    assertEquals(Math.max(low, high), pair[1], 1e-10);
  }

  /** f_0 = 0.5 and lambda_0 = 1: f_1 = 0.5 (1 - eta + eta^2 / 400), so L_1 = f_1^2 / 2. */
  @ParameterizedTest
  @CsvSource({"0.5", "2.1", "3.99", "4.01"})
  void catapultBeginsWhereItsConfigSays(String eta) throws ConfigException {
    RunSpec run = runs("catapult", "sweep.eta=" + eta).get(0);
    double f = 0.5 * (1 - run.eta() + run.eta() * run.eta() / 400);
    assertEquals(0.125, trained(run).losses().at(0), 1e-15);
    assertEquals(f * f / 2, trained(run).losses().at(1), 1e-14);
  }

  /**
   * The chatter of a seed begins at one tau = eta t, within 4 %; while eta is small its largest
   * rise is close to 6e-4 eta.
   */
  @ParameterizedTest
  @CsvSource({"20, 34.1", "29, 28.5", "37, 32.5"})
  void chatterBeginsAtOneTrainingTime(long seed, double tau) throws ConfigException {
    for (RunSpec run : runs("kink-chatter", "sweep.seeds=" + seed)) {
      Diagnosis diagnosis = trained(run).diagnosis();
      LossIncrease first = diagnosis.first().orElseThrow();
      assertEquals(Cause.KINK, first.cause());
      assertEquals(tau, run.eta() * first.step(), 0.04 * tau);
      if (run.eta() <= 0.1) {
        assertEquals(6e-4, diagnosis.maxRelativeIncrease().orElseThrow() / run.eta(), 1.2e-4);
      }
    }
  }

  static Stream<List<String>> foretoldCriticalEtas() throws IOException {
    return rows("| seed | 2/lambda_0");
  }

  /**
   * A seed of Hubble's data: 2 / lambda_0, the critical eta that the flow foretells, the first of
   * the scanned etas with an increase by curvature, the first with any, and the cause of that one.
   */
  @ParameterizedTest
  @MethodSource("foretoldCriticalEtas")
  void criticalEtasAreForetoldAsTheTableSays(List<String> row) throws ConfigException {
    RunSpec run =
        runs("hubble-1929", "sweep.neurons=5", "sweep.eta=1", "sweep.seeds=" + row.get(0)).get(0);
    GradientFlow flow = flow(run, 250, 100);
    List<String> found = new ArrayList<>(List.of(row.get(0)));
    found.add(figure(2 / flow.sharpness(0)));
    found.add(figure(flow.criticalEta(run.training().steps()).orElseThrow()));
    found.addAll(firstFailures(run));
    assertEquals(row, found);
  }

  /** Scans etas from 0.05 to 1.5 in steps of 2 %, up to the first increase by curvature. */
  private static List<String> firstFailures(RunSpec run) {
    List<String> any = List.of();
    for (double eta = 0.05; eta <= 1.5; eta *= 1.02) {
      Diagnosis diagnosis = diagnosis(run, eta, run.training().steps());
      if (any.isEmpty() && diagnosis.increases() > 0) {
        Cause cause = diagnosis.first().orElseThrow().cause();
        any = List.of(figure(eta), cause == Cause.KINK ? "kink" : "curvature");
      }
      if (diagnosis.curvatureIncreases() > 0) {
        return List.of(figure(eta), any.get(0), any.get(1));
      }
    }
    return List.of("none", any.get(0), any.get(1));
  }

  private static String figure(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  static Stream<List<String>> foretoldOnsets() throws IOException {
    return rows("| seed | eta 0.4: foretold");
  }

  /** A seed of the edge of stability: steps foretold and steps of the first increase, per eta. */
  @ParameterizedTest
  @MethodSource("foretoldOnsets")
  void onsetsAreForetoldAsTheTableSays(List<String> row) throws ConfigException {
    List<RunSpec> runs = runs("edge-of-stability", "sweep.seeds=" + row.get(0));
    GradientFlow flow = flow(runs.get(0), 860, 93);
    for (int k = 0; k < 3; k++) {
      RunSpec run = runs.get(1 + k);
      double foretold = flow.onsetStep(run.eta()).orElseThrow();
      assertEquals(Double.parseDouble(row.get(1 + 2 * k)), foretold, 5.0);
      int seen = Integer.parseInt(row.get(2 + 2 * k));
      LossIncrease first = diagnosis(run, run.eta(), seen + 1).first().orElseThrow();
      assertEquals(seen, first.step());
      assertEquals(Cause.CURVATURE, first.cause());
    }
  }

  private static GradientFlow flow(RunSpec run, double horizon, int samples) {
    return GradientFlow.of(run.data(), initial(run), run.training().loss(), horizon, samples)
        .orElseThrow();
  }

  private static Parameters initial(RunSpec run) {
    return run.initialization().parameters(run.architecture(), run.seed());
  }

  private static Diagnosis diagnosis(RunSpec run, double eta, int steps) {
    TrainingSpec training =
        new TrainingSpec(run.training().loss(), new GradientDescent(eta), steps);
    Diagnosis.Recorder judge =
        new Diagnosis.Recorder(run.architecture(), run.data(), training, false);
    Trainer.train(run.data(), initial(run), training, judge);
    return judge.diagnosis();
  }

  /** Returns the cells of a table of the page, row by row, by the beginning of its header. */
  private static Stream<List<String>> rows(String header) throws IOException {
    return Files.readString(ROOT.resolve("docs/lessons.md"))
        .lines()
        .dropWhile(line -> !line.startsWith(header))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" +\\| +")));
  }
}
