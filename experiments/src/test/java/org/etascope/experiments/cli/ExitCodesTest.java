package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.etascope.experiments.cli.Commands.Outcome;
import org.etascope.experiments.store.ResultStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each command does to scripts: exit codes, messages, and what is left. */
final class ExitCodesTest {
  private static final String SWEEP =
      """
      name: small
      data: {points: [[0.949, 0.402109523]]}
      network: {hidden: [5]}
      training: {steps: 10}
      sweep: {eta: [0.1, 0.6], seeds: 3245}
      """;

  @TempDir Path folder;

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("sweep.yaml"), text);
  }

  private Path results() {
    return folder.resolve("results");
  }

  private Outcome run(Object... more) throws IOException {
    return run(config(SWEEP), more);
  }

  private Outcome run(Path config, Object... more) {
    Object[] words = new Object[4 + more.length];
    words[0] = "run";
    words[1] = config;
    words[2] = "-o";
    words[3] = results();
    System.arraycopy(more, 0, words, 4, more.length);
    return etascope(words);
  }

  @Test
  void aReportIsShortenedOnRequestAndWholeAgainWithout() throws IOException {
    assertEquals(0, run().exit());
    Path report = results().resolve("small/report/report.md");
    String whole = Files.readString(report);

    assertEquals(0, etascope("report", results().resolve("small"), "--max-chars", 5000).exit());
    String shortened = Files.readString(report);
    assertTrue(shortened.length() <= 5000, shortened);
    assertTrue(shortened.contains("**Shortened** to 5000 characters"), shortened);

    assertEquals(0, etascope("report", results().resolve("small")).exit());
    assertEquals(whole, Files.readString(report));
    assertEquals(2, etascope("report", results().resolve("small"), "--max-chars", 100).exit());
  }

  @Test
  void aFinishedSweepRunsNothingAndReportsTheSame() throws IOException {
    assertEquals(0, run().exit());
    var before = Folders.read(results().resolve("small/report"));
    assertEquals(0, run().exit());
    assertEquals(before, Folders.read(results().resolve("small/report")));
    Outcome status = etascope("status", results().resolve("small"));
    assertEquals(0, status.exit());
    assertTrue(status.out().contains("2 runs, 2 done, 0 failed, 0 left"), status.out());
    assertEquals(2, status.out().lines().count(), "one session and no more: " + status.out());
  }

  @Test
  void everyProblemOfAWrongConfigIsToldAndNothingIsLeft() throws IOException {
    Outcome outcome =
        run(
            config(
                SWEEP
                    .replace("steps: 10", "stpes: 10")
                    .replace("eta: [0.1, 0.6]", "eta: [-1, yes, 010]")));
    assertEquals(2, outcome.exit());
    assertEquals("", outcome.out());
    for (String part : List.of("stpes", "did you mean", "-1", "yes", "010", "sweep.yaml:4:")) {
      assertTrue(outcome.err().contains(part), () -> part + " in " + outcome.err());
    }
    assertFalse(Files.exists(results()));
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void oneWrongConfigKeepsAllFromRunning() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "name: wrong\n");
    assertEquals(2, run(config(SWEEP), wrong).exit());
    assertFalse(Files.exists(results()));
  }

  @Test
  void twoConfigsOfOneNameAreRefused() throws IOException {
    Path twin = Files.writeString(folder.resolve("twin.yaml"), SWEEP);
    Outcome outcome = run(config(SWEEP), twin);
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("name 'small'"), outcome.err());
  }

  @Test
  void aChangedConfigIsRefusedByTheKeysThatDiffer() throws IOException {
    assertEquals(0, run().exit());
    var before = Folders.read(results());
    Outcome changed = run("training.steps=12");
    assertEquals(2, changed.exit());
    for (String part : List.of("training.steps: 10, now 12", "--fresh", "name=")) {
      assertTrue(changed.err().contains(part), () -> part + " in " + changed.err());
    }
    assertEquals(before, Folders.read(results()));
    assertEquals(0, run("training.steps=12", "name=other").exit());
    assertEquals(0, run("training.steps=12", "--fresh").exit());
    assertTrue(
        Files.readString(results().resolve("small/sweep.yaml")).contains("steps: 12"),
        "the copy has the override");
  }

  @Test
  void changedDataIsRefusedWithBothHashes() throws IOException {
    assertEquals(0, run().exit());
    Outcome changed = run(config(SWEEP.replace("0.949", "0.95")));
    assertEquals(2, changed.exit());
    assertTrue(
        changed.err().matches("(?s).*SHA-256 [0-9a-f]{64}, now [0-9a-f]{64}.*"), changed.err());
  }

  @Test
  void whatChangesNoResultMayChange() throws IOException {
    assertEquals(0, run().exit());
    Path renamed = config(SWEEP + "description: another text\nreport: {traces: none}\n");
    assertEquals(0, run(renamed).exit());
    assertFalse(Files.exists(results().resolve("small/report/traces/0.csv")));
    assertTrue(
        Files.readString(results().resolve("small/report/report.md")).contains("another text"));
  }

  @Test
  void stepsAreListedAsAskedForAndTheReportSaysSo() throws IOException {
    assertEquals(0, run().exit());
    String all = Files.readString(results().resolve("small/report/steps.csv"));
    assertEquals(0, run("report.steps=none").exit());
    Path report = results().resolve("small/report");
    assertEquals(all.lines().limit(1).toList(), Files.readAllLines(report.resolve("steps.csv")));
    assertTrue(Files.readString(report.resolve("report.md")).contains("has the steps of no run."));
    assertEquals(0, run("report.steps=all").exit());
    assertEquals(all, Files.readString(report.resolve("steps.csv")));
  }

  @Test
  void anExpectationThatDoesNotHoldExitsWith3() throws IOException {
    Outcome outcome = run(config(SWEEP + "expect: [{monotone: all}]\n"));
    assertEquals(3, outcome.exit());
    assertTrue(outcome.out().contains("does not hold"), outcome.out());
    assertEquals(3, etascope("check", results().resolve("small")).exit());
  }

  @Test
  void anExpectationOverNoRunExitsWith3() throws IOException {
    assertEquals(3, run(config(SWEEP + "expect: [{where: {eta: 0.2}, monotone: none}]\n")).exit());
  }

  @Test
  void aRunThatCannotBeExecutedExitsWith4AndIsTriedAgain() throws IOException {
    Path huge = config(SWEEP.replace("[5]", "[1000000, 1000]"));
    Outcome outcome = run(huge, "sweep.eta=0.1");
    assertEquals(4, outcome.exit(), outcome.err());
    assertTrue(
        Files.readString(results().resolve("small/report/runs.csv")).contains("OutOfMemoryError"));
    assertTrue(etascope("status", results().resolve("small")).out().contains("0 done, 1 failed"));
    assertEquals(4, run(huge, "sweep.eta=0.1").exit());
    assertTrue(etascope("status", results().resolve("small")).out().lines().count() == 3);
  }

  @Test
  void resultsInUseExitWith5WithinASecondAndNameThePid() throws Exception {
    Path endless = config(SWEEP.replace("steps: 10", "steps: 1000000"));
    Process holder =
        EtascopeProcess.start(
            List.of(), "run", endless, "-o", results(), "sweep.seeds={from: 0, to: 999}", "-j", 1);
    try {
      while (!ResultStore.exists(results().resolve("small"))) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      long start = System.nanoTime();
      Outcome second = run(endless, "sweep.seeds={from: 0, to: 999}");
      assertEquals(5, second.exit(), second.err());
      assertTrue(second.err().contains("pid " + holder.pid()), second.err());
      assertTrue(System.nanoTime() - start < 1_000_000_000L, "took longer than a second");
      Outcome status = etascope("status", results().resolve("small"));
      assertTrue(status.out().contains("in use by process " + holder.pid()), status.out());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertEquals(0, run("--fresh").exit(), "a killed holder blocks nobody");
  }

  @Test
  void damagedResultsExitWith7AndStayAsTheyAre() throws IOException {
    assertEquals(0, run().exit());
    Path database = results().resolve("small/runs.db");
    Files.write(database, new byte[4096]);
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("run", config(SWEEP), "-o", results()),
            List.of("report", results().resolve("small")),
            List.of("check", results().resolve("small")),
            List.of("status", results().resolve("small")))) {
      Outcome outcome = etascope(command.toArray());
      assertEquals(7, outcome.exit(), command::toString);
      assertTrue(outcome.err().contains("runs.db"), outcome.err());
    }
    assertEquals(4096, Files.size(database));
    assertEquals(0, run("--fresh").exit());
  }

  @Test
  void oneSweepInTroubleKeepsNoOtherFromRunning() throws IOException {
    assertEquals(0, run().exit());
    Files.write(results().resolve("small/runs.db"), new byte[4096]);
    Path other = Files.writeString(folder.resolve("other.yaml"), SWEEP.replace("small", "other"));
    assertEquals(7, run(config(SWEEP), other).exit());
    assertTrue(Files.exists(results().resolve("other/report/report.md")));
  }

  @Test
  void freshDropsTheReportWithTheResults() throws IOException {
    assertEquals(0, run().exit());
    assertEquals(0, run("training.steps=5", "--fresh", "--no-report").exit());
    assertFalse(Files.exists(results().resolve("small/report")));
  }

  @Test
  void whatTheMachineRefusesExitsWith6AndNamesThePath() throws IOException {
    Files.writeString(results(), "a file where the folder should be");
    Outcome outcome = run();
    assertEquals(6, outcome.exit());
    assertTrue(outcome.err().contains(results().toString()), outcome.err());
  }

  @Test
  void aMachineWithoutMemoryExitsWith6AlsoBeforeTraining() throws Exception {
    Files.writeString(folder.resolve("big.csv"), "x,y\n" + "0.123456789,1\n".repeat(1_000_000));
    Path config =
        config(
            SWEEP.replace(
                "points: [[0.949, 0.402109523]]", "file: big.csv, features: [x], targets: [y]"));
    Process process = EtascopeProcess.start(List.of("-Xmx24m"), "validate", config);
    assertEquals(6, process.waitFor());
  }

  @Test
  void aFolderWithoutResultsIsAUsageError() {
    for (String verb : List.of("report", "check", "status")) {
      Outcome outcome = etascope(verb, folder);
      assertEquals(2, outcome.exit());
      assertTrue(outcome.err().contains("holds no results"), outcome.err());
    }
  }

  @Test
  void aTraceIsPrintedInEachFormat() throws IOException {
    assertEquals(0, run().exit());
    Path sweep = results().resolve("small");
    Outcome csv = etascope("trace", sweep, "1", "--format", "csv");
    assertEquals(Files.readString(sweep.resolve("report/traces/1.csv")), csv.out());
    Outcome md = etascope("trace", sweep, "1");
    assertEquals(Files.readString(sweep.resolve("report/traces/1.md")), md.out());
    Outcome tex = etascope("trace", sweep, "1", "--format", "tex", "--digits", "6");
    assertEquals(0, tex.exit(), tex.err());
    assertTrue(tex.out().contains("Numbers have 6 decimals"), tex.out());
    Outcome none = etascope("trace", sweep, "2");
    assertEquals(2, none.exit());
    assertTrue(none.err().contains("0 to 1"), none.err());
  }

  @Test
  void digitsOutOfRangeOrForCsvAreUsageErrors() throws IOException {
    assertEquals(0, run().exit());
    Path sweep = results().resolve("small");
    for (String digits : List.of("0", "18", "-1", "many")) {
      Outcome outcome = etascope("trace", sweep, "1", "--format", "tex", "--digits=" + digits);
      assertEquals(2, outcome.exit(), digits);
      assertEquals("", outcome.out());
    }
    assertEquals(2, etascope("trace", sweep, "1", "--format", "csv", "--digits", "6").exit());
  }

  @Test
  void aPlanRunsNothing() throws IOException {
    Outcome plan = etascope("plan", config(SWEEP), "sweep.seeds={from: 0, to: 99}");
    assertEquals(0, plan.exit(), plan.err());
    assertTrue(plan.out().contains("200 runs (2 eta x 100 seeds)"), plan.out());
    assertFalse(Files.exists(results()));
  }

  @Test
  void validateTellsWhatIsRightAndWhatIsWrong() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), SWEEP + "extra: 1\n");
    Outcome outcome = etascope("validate", config(SWEEP), wrong);
    assertEquals(2, outcome.exit());
    assertTrue(outcome.out().contains("sweep.yaml: right, 2 runs"), outcome.out());
    assertTrue(outcome.err().contains("wrong.yaml:6:1: "), outcome.err());
  }

  @Test
  void termEndsItWith143AndKeepsWhatIsFinished() throws Exception {
    Path slow = config(SWEEP.replace("steps: 10", "steps: 20000"));
    Process process =
        EtascopeProcess.start(
            List.of(), "run", slow, "-o", results(), "sweep.seeds={from: 0, to: 9999}");
    while (!ResultStore.exists(results().resolve("small"))) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    TimeUnit.MILLISECONDS.sleep(1500);
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.SECONDS), "did not end in time");
    assertEquals(143, process.exitValue());
    try (ResultStore store = ResultStore.openForReading(results().resolve("small"))) {
      assertTrue(store.finished().cardinality() > 0, "nothing was kept");
      assertEquals(1, store.sessions().size());
    }
  }
}
