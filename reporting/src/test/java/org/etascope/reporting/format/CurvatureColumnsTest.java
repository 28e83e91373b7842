package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.LinearRuns;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;

final class CurvatureColumnsTest {
  private static final SharpnessSteps ENDS = new SharpnessSteps.Ends();

  /** Returns what stands under a header, from the first row down, to nine digits. */
  private static List<String> column(
      String file, String header, SharpnessSteps steps, SweepRun... runs) {
    List<String[]> rows =
        Documents.of(Sweeps.with(steps, Sweeps.of(runs)))
            .getOrDefault(file, "")
            .lines()
            .map(line -> line.split(",", -1))
            .toList();
    int place = List.of(rows.get(0)).indexOf(header);
    return rows.stream().skip(1).map(row -> rounded(row[place])).toList();
  }

  private static String rounded(String cell) {
    return cell.isEmpty() ? "" : Double.toString(Math.rint(1e9 * Double.parseDouble(cell)) / 1e9);
  }

  @Test
  void theStepsThatAreChosenHaveTheirSharpness() {
    SweepRun run = LinearRuns.run("0", 0.4, 0, 6);
    List<String> everyOther = List.of("4.0", "", "4.0", "", "4.0", "4.0");

    assertEquals(everyOther, column("steps.csv", "sharpness", new SharpnessSteps.Every(2), run));
    assertEquals(
        everyOther, column("steps.csv", "directional_sharpness", new SharpnessSteps.Every(2), run));
    assertEquals(
        List.of("5.0", "", "5.0", "", "5.0", "5.0"),
        column("steps.csv", "two_over_eta", new SharpnessSteps.Every(2), run));
    assertEquals(
        List.of("4.0", "", "", "", "", "4.0"), column("steps.csv", "sharpness", ENDS, run));
    assertEquals(
        List.of("", "", "", "", "", ""),
        column("steps.csv", "sharpness", new SharpnessSteps.None(), run));
  }

  @Test
  void runsHaveTheSharpnessOfTheirEnds() {
    SweepRun run = LinearRuns.run("0", 0.4, 0, 6);
    for (SharpnessSteps steps : List.of(ENDS, new SharpnessSteps.Every(4))) {
      assertEquals(List.of("4.0"), column("runs.csv", "sharpness_initial", steps, run));
      assertEquals(List.of("4.0"), column("runs.csv", "sharpness_final", steps, run));
    }
    assertEquals(
        List.of(""), column("runs.csv", "sharpness_initial", new SharpnessSteps.None(), run));
  }

  @Test
  void theFlowForetellsWhereTheLossRises() {
    SweepRun[] runs = {LinearRuns.run("0", 0.4, 0, 6), LinearRuns.run("1", 0.6, 0, 6)};

    assertEquals(List.of("0.5", "0.5"), column("runs.csv", "predicted_critical_eta", ENDS, runs));
    assertEquals(List.of("", "0.0"), column("runs.csv", "predicted_onset_step", ENDS, runs));
    assertEquals(List.of("", "1.0"), column("runs.csv", "first_increase_step", ENDS, runs));
    assertEquals(
        List.of("", ""),
        column("runs.csv", "predicted_critical_eta", new SharpnessSteps.None(), runs));
  }

  @Test
  void nothingIsForetoldOfOtherTrainingsAndOfRunsThatFailed() {
    TrainingSpec descent = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(0.6), 6);
    SweepRun[] runs = {
      LinearRuns.run("0", 0, descent.withOptimizer(new Momentum(0.6, 0.5))),
      LinearRuns.run("1", 1, descent.withBatch(1)),
      Sweeps.failedRun("2", 0.6, 2, "broken")
    };

    assertEquals(List.of("4.0", "4.0", ""), column("runs.csv", "sharpness_initial", ENDS, runs));
    assertEquals(List.of("", "", ""), column("runs.csv", "predicted_onset_step", ENDS, runs));
    assertEquals(List.of("", "", ""), column("runs.csv", "predicted_critical_eta", ENDS, runs));
    assertEquals("", column("steps.csv", "two_over_eta", ENDS, runs).get(0));
  }

  @Test
  void aRunThatDivergesHasNoSharpnessWhereItIsNotFinite() {
    SweepRun run = LinearRuns.run("0", 1e200, 0, 6);

    assertEquals(List.of("4.0"), column("runs.csv", "sharpness_initial", ENDS, run));
    assertEquals(List.of("0.0"), column("runs.csv", "predicted_onset_step", ENDS, run));
  }
}
