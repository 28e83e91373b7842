package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that are validated on a file of their own, from the files to the tables. */
final class ValidationFileTest {
  private static final String CONFIG =
      """
      name: held
      data:
        file: train.csv
        features: [x]
        targets: [y]
        validation: {file: more/held.csv}
      network: {hidden: [3], activation: tanh, output: identity, init: he-normal}
      training: {steps: 8}
      sweep: {eta: [0.05, 0.1], seeds: [0, 1]}
      """;

  private static final String POINTS = "x,y\n0,1\n0.5,2\n1,3\n";

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    write("held.yaml", CONFIG);
    write("train.csv", POINTS);
    write("more/held.csv", POINTS);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private Outcome run(Object... more) {
    Object[] words = new Object[5 + more.length];
    words[0] = "run";
    words[1] = folder.resolve("held.yaml");
    words[2] = "-o";
    words[3] = folder;
    words[4] = "--quiet";
    System.arraycopy(more, 0, words, 5, more.length);
    return etascope(words);
  }

  private List<String> column(String file, String name) throws IOException {
    List<String[]> rows =
        Files.readAllLines(folder.resolve("held/report").resolve(file)).stream()
            .map(row -> row.split(",", -1))
            .toList();
    int index = List.of(rows.get(0)).indexOf(name);
    assertTrue(index >= 0, () -> name + " in " + file);
    return rows.stream().skip(1).map(row -> row[index]).toList();
  }

  @Test
  void onTheTrainingFileItselfValidationLossIsTheLoss() throws IOException {
    Outcome outcome = run();
    assertEquals(0, outcome.exit(), outcome.err());
    assertEquals(4 * 8, column("steps.csv", "loss").size());
    assertEquals(column("steps.csv", "loss"), column("steps.csv", "validation_loss"));
    assertEquals(column("runs.csv", "final_loss"), column("runs.csv", "final_validation_loss"));
    assertTrue(
        Files.readString(folder.resolve("held/report/report.md"))
            .contains("median validation loss"));
  }

  /** Without weights, bias or activation the output is 0: the loss is half the mean of y^2. */
  @Test
  void validationValuesAreScaledByTheRangeOfTheTrainingData() throws IOException {
    write("train.csv", "x,y\n10,100\n20,300\n");
    write("more/held.csv", "note,y,x\na,700,5\n");
    Outcome outcome =
        run(
            "data.scale=minmax",
            "network.hidden=[]",
            "network.init=zeros",
            "network.bias=false",
            "network.activation=relu",
            "training.steps=2",
            "sweep.eta=1",
            "sweep.seeds=0");
    assertEquals(0, outcome.exit(), outcome.err());
    // scaled: training (0, 0) and (1, 1), so w becomes 1 / 2; validation (-1 / 2, 3)
    assertEquals(List.of("0.25", "0.0625"), numbers(column("steps.csv", "loss")));
    assertEquals(List.of("4.5", "5.28125"), numbers(column("steps.csv", "validation_loss")));
  }

  private static List<String> numbers(List<String> cells) {
    return cells.stream().map(Double::valueOf).map(String::valueOf).toList();
  }

  @Test
  void aChangedFileIsRefusedWithBothHashes() throws IOException {
    assertEquals(0, run().exit());
    write("more/held.csv", POINTS + "2,5\n");
    var before = Folders.read(folder);
    Outcome changed = run();
    assertEquals(2, changed.exit());
    assertTrue(
        changed
            .err()
            .matches("(?s).*data.validation.file: SHA-256 [0-9a-f]{64}, now [0-9a-f]{64}.*"),
        changed.err());
    assertFalse(changed.err().contains("  data: "), changed.err());
    assertEquals(before, Folders.read(folder));
  }

  @Test
  void aFileInPlaceOfAFractionIsAnotherSweep() {
    assertEquals(0, run("data.validation={fraction: 0.4}").exit());
    Outcome changed = run();
    assertEquals(2, changed.exit());
    assertTrue(changed.err().contains("data.validation: 0.4, now file"), changed.err());
  }

  @Test
  void theSameRowsUnderAnotherNameAreTheSameSweep() throws IOException {
    assertEquals(0, run().exit());
    write("renamed.csv", POINTS);
    assertEquals(0, run("data.validation={file: renamed.csv}").exit());
  }

  @Test
  void reportsNeedOnlyTheStore() throws IOException {
    assertEquals(0, run().exit());
    var before = Folders.read(folder.resolve("held/report"));
    Files.delete(folder.resolve("train.csv"));
    Files.delete(folder.resolve("more/held.csv"));
    assertEquals(0, etascope("report", folder.resolve("held")).exit());
    assertEquals(before, Folders.read(folder.resolve("held/report")));
  }

  @Test
  void aPlanTellsTheNumberOfItsPoints() {
    Outcome plan = etascope("plan", folder.resolve("held.yaml"));
    assertEquals(0, plan.exit(), plan.err());
    assertTrue(plan.out().contains("  validation: 3 points\n"), plan.out());
  }
}
