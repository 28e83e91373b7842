package org.etascope.experiments.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Loss;
import org.etascope.core.run.Holdout;
import org.etascope.core.run.RunSpec;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepConfig;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SweepPlanTest {
  private static SweepPlan plan(String hidden, String sweep, String steps, String traces)
      throws ConfigException {
    String config =
        """
        name: plan
        data: {points: [[1, 10], [2, 30]], scale: minmax}
        network: {hidden: %s, activation: tanh, output: identity}
        training: {steps: %s}
        sweep: %s
        report: {traces: %s}
        """
            .formatted(hidden, steps, sweep, traces);
    Dataset data =
        Dataset.of(List.of("x"), List.of("y"), new double[][] {{1, 2}}, new double[][] {{10, 30}});
    return SweepPlan.of(SweepYaml.parse(config, "plan.yaml"), data, Optional.empty());
  }

  private static List<String> order(SweepPlan plan) {
    return IntStream.range(0, plan.size())
        .mapToObj(plan::run)
        .map(run -> run.eta() + " " + run.architecture().hiddenLabel() + " " + run.seed())
        .toList();
  }

  @Test
  void axesRunAsWrittenTheLastOneFastest() throws ConfigException {
    assertEquals(
        List.of(
            "0.1 3 7", "0.1 3 8", "0.1 5 7", "0.1 5 8", "0.2 3 7", "0.2 3 8", "0.2 5 7", "0.2 5 8"),
        order(plan("[4]", "{eta: [0.1, 0.2], neurons: [3, 5], seeds: [7, 8]}", "10", "none")));
    assertEquals(
        List.of("0.1 4 7", "0.2 4 7", "0.1 4 8", "0.2 4 8"),
        order(plan("[4]", "{seeds: [7, 8], eta: [0.1, 0.2]}", "10", "none")));
  }

  @Test
  void neuronsReplaceEveryHiddenWidth() throws ConfigException {
    assertEquals(
        List.of("0.1 6x6 1"),
        order(plan("[4, 8]", "{eta: 0.1, neurons: 6, seeds: 1}", "1", "none")));
    assertEquals(List.of("0.1 4x8 1"), order(plan("[4, 8]", "{eta: 0.1, seeds: 1}", "1", "none")));
    assertEquals(List.of("0.1  1"), order(plan("[]", "{eta: 0.1, seeds: 1}", "1", "none")));
  }

  @Test
  void settingsStandWhereverTheirAxisDoes() throws ConfigException {
    SweepPlan plan =
        plan(
            "[4]",
            "{training.loss: [mse, mae], seeds: [7, 8], network.activation: [relu, gelu, tanh],"
                + " eta: [0.1, 0.2]}",
            "10",
            "none");
    assertEquals(24, plan.size());
    // 17 = ((1 * 2 + 0) * 3 + 2) * 2 + 1
    assertEquals(List.of("mae", "tanh"), plan.settings(17));
    RunSpec run = plan.run(17);
    assertEquals(Loss.MAE, run.training().loss());
    assertEquals(7, run.seed());
    assertEquals(Activation.TANH, run.architecture().activation(0));
    assertEquals(0.2, run.eta());
  }

  /** Runs that share objects are trained side by side, and cost little to plan. */
  @Test
  void runsShareWhatTheyHaveInCommon() throws ConfigException {
    SweepPlan plan = plan("[4]", "{eta: [0.1, 0.2], neurons: [3, 5], seeds: [7, 8]}", "10", "none");
    assertSame(plan.run(0).training(), plan.run(3).training());
    assertSame(plan.run(0).architecture(), plan.run(5).architecture());
    assertSame(plan.run(0).data(), plan.run(7).data());
  }

  @Test
  void runsOfASeedShareThePointsHeldOut() throws ConfigException {
    SweepPlan plan =
        SweepPlan.of(
            SweepYaml.parse(
                """
                name: plan
                data: {points: [[1, 1], [2, 2], [3, 3], [4, 4]], validation: {fraction: 0.5}}
                network: {hidden: [2]}
                training: {steps: 1}
                sweep: {seeds: {from: 0, to: 5}, eta: [0.1, 0.2]}
                """,
                "plan.yaml"),
            points(1, 2, 3, 4),
            Optional.empty());
    assertSame(plan.run(0).data(), plan.run(1).data());
    assertEquals(plan.run(2).validation(), plan.run(3).validation());
    assertEquals(
        Holdout.of(points(1, 2, 3, 4), 0.5, 5).training().sha256(), plan.run(11).data().sha256());
  }

  @Test
  void runsAreTrainedOnScaledData() throws ConfigException {
    RunSpec run = plan("[4]", "{eta: 0.1, seeds: 1}", "10", "none").run(0);
    assertEquals(1.0, run.data().feature(0, 1));
    assertEquals(0.0, run.data().target(0, 0));
  }

  @Test
  void aMillionSeedsCostNothingToPlan() throws ConfigException {
    SweepPlan plan = plan("[4]", "{eta: 0.1, seeds: {from: 0, to: 999999}}", "10", "none");
    assertEquals(1_000_000, plan.size());
    assertEquals(999_999, plan.run(999_999).seed());
    assertThrows(IndexOutOfBoundsException.class, () -> plan.run(1_000_000));
  }

  @Test
  void selectionsAreCountedOverThePlan() throws ConfigException {
    SweepPlan plan =
        plan("[4]", "{eta: [0.1, 0.2], neurons: [3, 5], seeds: {from: 0, to: 9}}", "10", "none");
    assertEquals(40, plan.count(Selection.EVERYTHING));
    assertEquals(20, plan.count(new Selection(Set.of(0.1), Set.of(), Set.of())));
    assertEquals(2, plan.count(new Selection(Set.of(0.1), Set.of("5"), Set.of(3L, 4L, 70L))));
    assertEquals(0, plan.count(new Selection(Set.of(0.3), Set.of(), Set.of())));
    SweepPlan kept = plan("[4]", "{eta: 0.1, seeds: [1, 2]}", "10", "none");
    assertEquals(2, kept.count(new Selection(Set.of(), Set.of("4"), Set.of())));
    assertEquals(0, kept.count(new Selection(Set.of(), Set.of("5"), Set.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "10, auto, ALL",
    "100000, auto, FLAGGED",
    "100000, all, ALL",
    "10, none, NONE",
    "1, flagged, FLAGGED",
    "10000000, auto, NONE"
  })
  void autoTracesAllRunsWhileTheyAreSmall(String steps, String choice, TraceSelection expected)
      throws ConfigException {
    assertEquals(expected, plan("[4]", "{eta: 0.1, seeds: 1}", steps, choice).traces());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, '{}', ALL",
    "1001, '{}', FLAGGED",
    "1001, '{evidence: auto}', FLAGGED",
    "1001, '{evidence: all}', ALL",
    "1, '{evidence: flagged}', FLAGGED",
    "1, '{evidence: none}', NONE"
  })
  void autoExplainsEveryIncreaseOfAThousandRuns(int runs, String report, EvidenceSelection expected)
      throws ConfigException {
    assertEquals(expected, reporting(runs, report).evidence());
  }

  private static SweepPlan reporting(int runs, String report) throws ConfigException {
    String config =
        """
        name: plan
        data: {points: [[1, 10]]}
        network: {hidden: [4]}
        training: {steps: 10}
        sweep: {eta: 0.1, seeds: {from: 1, to: %s}}
        report: %s
        """
            .formatted(runs, report);
    return SweepPlan.of(SweepYaml.parse(config, "plan.yaml"), points(1), Optional.empty());
  }

  static Stream<Arguments> sharpness() {
    return Stream.of(
        Arguments.of(10_000, "{}", new SharpnessSteps.Ends()),
        Arguments.of(10_001, "{}", new SharpnessSteps.None()),
        Arguments.of(10_001, "{sharpness: auto}", new SharpnessSteps.None()),
        Arguments.of(10_001, "{sharpness: ends}", new SharpnessSteps.Ends()),
        Arguments.of(1, "{sharpness: none}", new SharpnessSteps.None()),
        Arguments.of(1, "{sharpness: every}", new SharpnessSteps.Every(1)),
        Arguments.of(1, "{sharpness: {every: 7}}", new SharpnessSteps.Every(7)));
  }

  @ParameterizedTest
  @MethodSource("sharpness")
  void autoComputesTheSharpnessAtTheEndsOfTenThousandRuns(
      int runs, String report, SharpnessSteps expected) throws ConfigException {
    assertEquals(expected, reporting(runs, report).sharpness());
  }

  @ParameterizedTest
  @CsvSource({
    "500000, auto, ALL, 9223372036854775807",
    "500001, auto, FLAGGED, 100000",
    "500001, all, ALL, 9223372036854775807",
    "10, flagged, FLAGGED, 9223372036854775807",
    "10, none, NONE, 9223372036854775807"
  })
  void autoListsAllStepsWhileTheyAreAMillionRows(
      String steps, String choice, TraceSelection runs, long mostRows) throws ConfigException {
    SweepPlan plan = plan("[4]", "{eta: 0.1, seeds: [1, 2]}", steps, "none, steps: " + choice);

    assertEquals(new StepSelection(runs, mostRows), plan.steps());
    assertEquals(2 * Long.parseLong(steps), plan.stepRows());
  }

  /** Eta stands between the other axes; their four combinations have the numbers 0 to 3. */
  @Test
  void runsThatDifferInEtaAloneShareTheirConditions() throws ConfigException {
    SweepPlan plan =
        plan("[4]", "{seeds: [7, 8], eta: [0.1, 0.2, 0.3], neurons: [3, 5]}", "10", "none");

    assertEquals(
        List.of(0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3),
        IntStream.range(0, plan.size()).mapToObj(plan::conditions).toList());
    assertThrows(IndexOutOfBoundsException.class, () -> plan.conditions(12));
  }

  @Test
  void pointsOfAFileAreScaledAsTheDataAndCountInTheIdentity() throws ConfigException {
    String config =
        """
        name: plan
        data: {file: d.csv, features: [x], targets: [y], scale: minmax%s}
        network: {hidden: [2]}
        training: {steps: 1}
        sweep: {eta: 0.1, seeds: 1}
        """;
    SweepConfig without = SweepYaml.parse(config.formatted(""), "plan.yaml");
    SweepConfig with =
        SweepYaml.parse(config.formatted(", validation: {file: held.csv}"), "plan.yaml");
    RunSpec plain = SweepPlan.of(without, points(1, 2), Optional.empty()).run(0);
    RunSpec run = SweepPlan.of(with, points(1, 2), Optional.of(points(4))).run(0);

    assertEquals(plain.data().sha256(), run.data().sha256());
    assertEquals(3, run.validation().orElseThrow().feature(0, 0));
    assertNotEquals(plain.id(), run.id());
    assertNotEquals(run.id(), SweepPlan.of(with, points(1, 2), Optional.of(points(5))).run(0).id());
    assertThrows(
        IllegalArgumentException.class, () -> SweepPlan.of(with, points(1, 2), Optional.empty()));
  }

  private static Dataset points(double... values) {
    return Dataset.of(List.of("x"), List.of("y"), new double[][] {values}, new double[][] {values});
  }
}
