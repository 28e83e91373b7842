package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Runs;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report does with more runs, cells and steps than it shows. */
final class LargeSweepTest {
  private static final SweepRun DESCENDING = run("0", 0.1, 0, 3, 2, 1);
  private static final SweepRun RISING = run("1", 0.1, 1, 1, 2, 3);
  private static final SweepRun FAILED = failedRun("2", 0.1, 2, "broken");
  private static final SweepRun RISING_TOO = run("3", 0.1, 3, 1, 2);
  private static final List<SweepRun> RUNS = List.of(DESCENDING, RISING, FAILED, RISING_TOO);

  /** Parts of random lengths, all of them worked on at the same time. */
  private record Parts(List<SweepRun> all, long seed) implements Runs {
    @Override
    public Stream<SweepRun> stream() {
      return all.stream();
    }

    @Override
    public <T> void inParts(Function<List<SweepRun>, T> work, Consumer<T> next) {
      Random random = new Random(seed);
      List<CompletableFuture<T>> parts = new ArrayList<>();
      for (int from = 0; from < all.size(); ) {
        int end = Math.min(all.size(), from + 1 + random.nextInt(40));
        List<SweepRun> part = all.subList(from, end);
        parts.add(CompletableFuture.supplyAsync(() -> work.apply(part)));
        from = end;
      }
      parts.forEach(part -> next.accept(part.join()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsOfTheRunsChangeNoByte(long seed) {
    Random random = new Random(seed);
    List<SweepRun> runs = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      double eta = 0.1 * (1 + k / 50);
      runs.add(
          random.nextInt(10) == 0
              ? failedRun("" + k, eta, k % 50, "broken")
              : run("" + k, eta, k % 50, 2, random.nextDouble(3), random.nextDouble(3)));
    }
    StepSelection steps = new StepSelection(TraceSelection.FLAGGED, 100);

    assertEquals(
        Documents.of(sweep(runs::stream, steps)),
        Documents.of(sweep(new Parts(runs, seed), steps)));
  }

  @Test
  void stepsOfTheFirstFlaggedRunsAreListedWhileTheyHaveRoom() {
    assertEquals(
        List.of("1,0", "1,1", "1,2"), listed(new StepSelection(TraceSelection.FLAGGED, 4)));
    assertEquals(
        List.of("1,0", "1,1", "1,2", "3,0", "3,1"),
        listed(new StepSelection(TraceSelection.FLAGGED, 5)));
    assertEquals(List.of("0,0", "0,1", "0,2"), listed(new StepSelection(TraceSelection.ALL, 5)));
    assertEquals(List.of(), listed(new StepSelection(TraceSelection.ALL, 2)));
    assertEquals(List.of(), listed(new StepSelection(TraceSelection.NONE, 100)));
  }

  @Test
  void theReportSaysWhoseStepsAreListed() {
    assertLeftOut("the first 1 of 2 flagged runs only", TraceSelection.FLAGGED, 4);
    assertLeftOut("the 2 flagged runs only", TraceSelection.FLAGGED, 5);
    assertLeftOut("the first 2 of 3 runs only", TraceSelection.ALL, 6);
    assertLeftOut("no run", TraceSelection.NONE, 6);
    assertEquals("", leftOut(sweep(RUNS::stream, new StepSelection(TraceSelection.ALL, 8))));
  }

  private static void assertLeftOut(String steps, TraceSelection runs, long rows) {
    assertEquals(
        "- [steps.csv](steps.csv) has the steps of "
            + steps
            + ". `./etascope trace RESULTS/NAME RUN` prints those of any run,"
            + " `./etascope run CONFIG report.steps=all` lists those of all.",
        leftOut(sweep(RUNS::stream, new StepSelection(runs, rows))));
  }

  private static String leftOut(Sweep sweep) {
    return Documents.report(sweep)
        .lines()
        .dropWhile(line -> !line.equals("## Left out"))
        .skip(2)
        .takeWhile(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<String> listed(StepSelection steps) {
    return Documents.of(sweep(RUNS::stream, steps))
        .getOrDefault("steps.csv", "")
        .lines()
        .skip(1)
        .map(row -> row.split(",", -1))
        .map(cells -> cells[0] + "," + cells[4])
        .toList();
  }

  @Test
  void tooManyCellsAreLeftOutAndTheReportSaysSo() {
    List<SweepRun> runs = withSettings(SweepSummary.MOST_CELLS + 1);
    var documents = Documents.of(sweep(runs::stream, StepSelection.ALL, List.of("axis")));

    assertEquals(1, documents.getOrDefault("cells.csv", "").lines().count());
    assertTrue(documents.getOrDefault("report.json", "").contains("\"cells\" : null"));
    assertTrue(
        documents
            .getOrDefault("report.md", "")
            .contains("There are more than 100000 cells, which are not told apart;"));
    assertTrue(documents.getOrDefault("report.md", "").contains("| 0.1 | 100001 |"));
  }

  @Test
  void asManyCellsAsThereMayBeAreToldApart() {
    List<SweepRun> runs = withSettings(SweepSummary.MOST_CELLS);
    SweepSummary summary = SweepSummary.of(sweep(runs::stream, StepSelection.ALL, List.of("axis")));

    assertEquals(SweepSummary.MOST_CELLS, summary.cells().size());
  }

  private static List<SweepRun> withSettings(int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> new SweepRun("" + k, k, List.of("" + k), DESCENDING.result()))
        .toList();
  }

  @Test
  void tooManyEtasCountInTotalsAlone() {
    int etas = SweepSummary.MOST_ETAS + 2;
    Sweep sweep =
        sweep(
            () -> IntStream.range(0, etas).mapToObj(k -> run("" + k, 1 + k, 0, 2, 1)),
            StepSelection.ALL);
    SweepSummary summary = SweepSummary.of(sweep);

    assertEquals(SweepSummary.MOST_ETAS, summary.etas().size());
    assertEquals(2, summary.runsOfOtherEtas());
    assertEquals(etas, summary.fates().runs());
    assertEquals(
        List.of(
            "Only the first 100000 etas in plan order are told apart; 2 finished runs of others"
                + " count in totals alone."),
        LeftOut.of(Findings.of(sweep, summary)));
  }

  private static Sweep sweep(Runs runs, StepSelection steps) {
    return sweep(runs, steps, List.of());
  }

  private static Sweep sweep(Runs runs, StepSelection steps, List<String> axes) {
    Sweep like = Sweeps.of();
    return new Sweep(
        like.name(),
        like.description(),
        like.data(),
        axes,
        like.planned(),
        like.traces(),
        steps,
        new SharpnessSteps.None(),
        List.of(),
        like.provenance(),
        runs);
  }
}
