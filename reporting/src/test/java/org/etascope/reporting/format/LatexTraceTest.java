package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables of a trace for print. */
final class LatexTraceTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void numbersHaveTheDecimalsAskedFor() throws IOException {
    String four = trace(4);
    String eight = trace(8);

    assertTrue(four.contains("$0$ & $0.0979$ & $0.4837$ & $0.2784$"), four);
    assertTrue(eight.contains("$0$ & $0.09788434$ & $0.48367893$"), eight);
  }

  @Test
  void aDocumentOfItsOwnBeginsAndEnds() throws IOException {
    String document = trace(4);

    assertTrue(document.startsWith("\\documentclass[10pt,a4paper]{article}\n"), document);
    assertTrue(document.endsWith("\\end{document}\n"), document);
  }

  @Test
  void bytesAreTheSameInTurkish() throws IOException {
    Locale.setDefault(Locale.ROOT);
    String expected = trace(6);

    Locale.setDefault(Locale.forLanguageTag("tr-TR"));

    assertEquals(expected, trace(6));
  }

  @Test
  void theReportStopsAfterSomeStepsAndRunsAndSaysSo() {
    List<SweepRun> runs =
        IntStream.range(0, 3)
            .mapToObj(
                k -> new SweepRun(Integer.toString(k), k, List.of(), RunResult.of(longRun(k))))
            .toList();
    Sweep sweep = Sweeps.of("sweep", "", TraceSelection.ALL, List.of(), runs);

    String report = Documents.of(sweep).getOrDefault("report.tex", "");

    assertTrue(report.contains("The tables of the first 2 of 3 traced runs follow"), report);
    assertTrue(
        report.contains("The first 50 of 60 steps follow; \\texttt{traces/0.csv} has them all."),
        report);
    assertTrue(report.contains("\n$49$ & "), report);
    assertFalse(report.contains("\n$50$ & "), report);
  }

  private static RunSpec longRun(long seed) {
    RunSpec spec = Sweeps.spec(0.1, seed);
    TrainingSpec training = spec.training();
    return new RunSpec(
        spec.data(),
        spec.architecture(),
        spec.initialization(),
        seed,
        new TrainingSpec(training.loss(), training.optimizer(), 60));
  }

  private static String trace(int decimals) throws IOException {
    StringWriter out = new StringWriter();
    TraceDocument.TEX.write(
        new SweepRun("1", 0, List.of(), RunResult.of(Sweeps.spec(0.6, 3245))), decimals, out);
    return out.toString();
  }
}
