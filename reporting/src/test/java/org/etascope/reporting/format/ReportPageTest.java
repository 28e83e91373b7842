package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.at;
import static org.etascope.reporting.Sweeps.deadRun;
import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;

final class ReportPageTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void fewEtasAreAnsweredOneByOne() {
    assertEquals(
        "eta 0.1: 2 of 2 runs descend at every step (100 %; 95 % interval 34 to 100 %)."
            + " eta 0.6: 1 of 4 (25 %; 95 % interval 5 to 70 %);"
            + " 1 rises, 1 ends dead and 1 diverges;"
            + " the earliest rise is from 0.500 to 0.750 at step 1 (+50.0 %).",
        answer(
            run("0", 0.1, 0, 2, 1),
            run("1", 0.1, 1, 2, 1),
            run("2", 0.6, 0, 2, 1),
            run("3", 0.6, 1, 0.5, 0.75),
            deadRun("4", 0.6, 2, 2, 1),
            run("5", 0.6, 3, 2, 1, INFINITY)));
  }

  @Test
  void onlyRunOfAnEtaIsTold() {
    assertEquals(
        "eta 0.1: 0 of 1 runs descend at every step; its output ends dead."
            + " eta 0.2: 0 of 1; the loss rises from 1.00 to infinity at step 2; it diverges."
            + " eta 0.3: no run could be executed."
            + " eta 0.4: 1 of 1; 2 more could not be executed.",
        answer(
            deadRun("0", 0.1, 0, 2, 1),
            run("1", 0.2, 0, 2, 1, INFINITY),
            failedRun("2", 0.3, 0, "broken"),
            run("3", 0.4, 0, 2, 1),
            failedRun("4", 0.4, 1, "broken"),
            failedRun("5", 0.4, 2, "broken")));
  }

  @Test
  void manyEtasAreAnsweredByWhereDescentEnds() {
    List<SweepRun> runs = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      boolean descends = i <= 3 || i == 5;
      runs.add(run(String.valueOf(i), i / 10.0, 0, 1, descends ? 0.5 : 2));
    }

    assertEquals(
        "Every run descends at every step at the 3 smallest of 6 etas, from 0.1 to 0.3."
            + " The smallest eta at which one does not is 0.4: 0 of 1 runs descend;"
            + " the loss rises from 1.00 to 2.00 at step 1 (+100 %)."
            + " Every run descends again at eta 0.5."
            + " No run descends at eta 0.6 or above."
            + " In all, 4 of 6 runs descend at every step; 2 rise.",
        answer(runs.toArray(SweepRun[]::new)));
  }

  @Test
  void manyEtasOfWhichNoneDescendsSaySo() {
    assertEquals(
        "Not every run descends at every step even at the smallest of 5 etas, 0.1:"
            + " 0 of 1 runs descend; the loss rises from 1.00 to 2.00 at step 1 (+100 %)."
            + " No run descends at eta 0.1 or above."
            + " In all, 0 of 5 runs descend at every step; 5 rise.",
        answer(
            IntStream.rangeClosed(1, 5)
                .mapToObj(i -> run(String.valueOf(i), i / 10.0, 0, 1, 2))
                .toArray(SweepRun[]::new)));
  }

  @Test
  void manyEtasThatAllDescendAreOneSentence() {
    assertEquals(
        "Every run descends at every step at each of the 5 etas, from 0.1 to 0.5.",
        answer(
            IntStream.rangeClosed(1, 5)
                .mapToObj(i -> run(String.valueOf(i), i / 10.0, 0, 2, 1))
                .toArray(SweepRun[]::new)));
  }

  @Test
  void failedRunsAreToldEvenWhereAllOthersDescend() {
    List<SweepRun> runs = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      runs.add(run(String.valueOf(i), i / 10.0, 0, 2, 1));
    }
    runs.add(failedRun("6", 0.5, 1, "broken"));

    assertEquals(
        "Every run descends at every step at each of the 5 etas, from 0.1 to 0.5."
            + " In all, 5 of 5 runs descend at every step; 1 could not be executed.",
        answer(runs.toArray(SweepRun[]::new)));
  }

  @Test
  void unfinishedSweepSaysSoFirst() {
    List<SweepRun> plan = List.of(run("0", 0.1, 0, 2, 1), run("1", 0.1, 1, 2, 1));

    List<String> report = report(plan, plan.subList(0, 1)).lines().toList();

    assertEquals(
        "**1 of 2 runs is done.** What follows is about that one and may change.", report.get(2));
  }

  @Test
  void sweepWithoutAFinishedRunHasNoTables() {
    String report = report(List.of(run("0", 0.1, 0, 2, 1)), List.of());

    assertTrue(report.contains("**0 of 1 runs are done.**"), report);
    assertFalse(report.contains("Etas side by side"), report);
  }

  @Test
  void runsThatOnlyDescendAreNotFlagged() {
    assertFalse(Documents.report(Sweeps.of(run("0", 0.1, 0, 2, 1))).contains("Flagged"));
  }

  @Test
  void flaggedRunsBeyondTheFirstAreCounted() {
    String report =
        Documents.report(
            Sweeps.of(
                IntStream.range(0, 21)
                    .mapToObj(i -> run(String.valueOf(i), 0.1, i, 1, 2))
                    .toArray(SweepRun[]::new)));

    assertTrue(
        report.contains(
            "21 of 21 runs rose, died, diverged or failed."
                + " The first 20 follow; [runs.csv](runs.csv) has them all."),
        report);
    assertEquals(
        20, report.lines().filter(line -> line.contains("| non-monotone | step 1 |")).count());
  }

  @Test
  void onlyRunsWithATraceAreLinkedToIt() {
    SweepRun descending = new SweepRun("7", 0, List.of(), trained(0.1));
    SweepRun rising = new SweepRun("8", 0, List.of(), trained(0.6));

    String report =
        Documents.report(
            Sweeps.of("sweep", "", TraceSelection.FLAGGED, List.of(), List.of(descending, rising)));

    assertTrue(report.contains("[tables](traces/8.md), [CSV](traces/8.csv)"), report);
    assertFalse(report.contains("traces/7"), report);
  }

  @Test
  void expectationThatDoesNotHoldNamesTheRunAgainstIt() {
    Expectation expectation =
        new Expectation(at(0.1), Fate.MONOTONE, new Quantifier.All(), "eta = 0.1: monotone all");

    String report =
        Documents.report(
            Sweeps.of(
                "sweep",
                "",
                TraceSelection.NONE,
                List.of(expectation),
                List.of(run("3", 0.1, 42, 1, 2))));

    assertTrue(
        report.contains(
            "- **does not hold**: eta = 0.1: monotone all. 0 of 1 runs are monotone. The first"
                + " against it is run 3 (eta 0.1, 5 hidden neurons, seed 42): the loss rises from"
                + " 1.00 to 2.00 at step 1 (+100 %)."),
        report);
  }

  private static RunResult trained(double eta) {
    return RunResult.of(Sweeps.spec(eta, 3245));
  }

  private static String answer(SweepRun... runs) {
    return Documents.report(Sweeps.of(runs)).lines().toList().get(2);
  }

  private static String report(List<SweepRun> plan, List<SweepRun> finished) {
    return Documents.report(Sweeps.of("sweep", "", TraceSelection.NONE, List.of(), plan, finished));
  }
}
