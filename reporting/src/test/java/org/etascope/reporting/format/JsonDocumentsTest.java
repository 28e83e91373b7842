package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.deadRun;
import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.etascope.core.run.Fate;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.diff.SweepDiff;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;

/** What programs read has exactly the keys, and the kinds of values, that its schema promises. */
final class JsonDocumentsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Sweep EVERY_FATE = everyFate("Not é\u202e \"quoted\"\nsecond line");

  @Test
  void theReportFitsItsSchemaAndNeedsAllOfIt() throws IOException {
    JsonSchema schema = JsonSchema.of("report.schema.json");

    assertEquals(List.of(), schema.problems(report(Sweeps.published())));
    assertEquals(List.of(), schema.problems(report(EVERY_FATE)));
    assertEquals(Set.of(), schema.unused());
  }

  @Test
  void aSweepWithoutAFinishedRunFitsTheSchema() throws IOException {
    Sweep begun =
        Sweeps.of(
            "sweep",
            "",
            TraceSelection.NONE,
            List.of(),
            List.of(run("0", 0.1, 0, 2, 1)),
            List.of());

    assertEquals(List.of(), JsonSchema.of("report.schema.json").problems(report(begun)));
  }

  @Test
  void theDifferenceFitsItsSchemaAndNeedsAllOfIt() throws IOException {
    JsonSchema schema = JsonSchema.of("diff.schema.json");
    Sweep before = Sweeps.of(run("0", 0.1, 0, 2, 1), run("1", 0.1, 1, 2, 1));
    Sweep after = Sweeps.of(run("0", 0.1, 0, 2, 3), run("1", 0.1, 1, 2, INFINITY));

    assertEquals(List.of(), schema.problems(diff(before, before)));
    assertEquals(List.of(), schema.problems(diff(before, after)));
    assertEquals(Set.of(), schema.unused());
  }

  @Test
  void aKeyThatTheSchemaDoesNotKnowIsAProblem() throws IOException {
    String document = report(Sweeps.published()).replaceFirst("\"answer\"", "\"reply\"");

    assertEquals(2, JsonSchema.of("report.schema.json").problems(document).size());
  }

  @Test
  void textsAreKeptInFullAndWrittenInAscii() throws IOException {
    String document = report(EVERY_FATE);

    assertTrue(document.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), document);
    assertEquals(EVERY_FATE.description(), JsonText.object(document).get("description"));
  }

  @Test
  void lossesThatAreNotFiniteAreTexts() throws IOException {
    assertTrue(report(EVERY_FATE).contains("\"max\" : \"Infinity\""));
  }

  @Test
  void theDocumentSaysWhetherSweepsDiffer() throws IOException {
    Sweep sweep = Sweeps.published();

    assertEquals(false, JsonText.object(diff(sweep, sweep)).get("different"));
    assertEquals(true, JsonText.object(diff(sweep, EVERY_FATE)).get("different"));
  }

  private static Sweep everyFate(String description) {
    List<SweepRun> runs =
        List.of(
            run("0", 0.1, 0, 2, 1),
            run("1", 0.1, 1, 1, 2),
            run("2", 0.2, 0, 2, INFINITY),
            deadRun("3", 0.2, 1, 2, 1),
            failedRun("4", 0.3, 0, "broken"));
    return Sweeps.of(
        "every fate",
        description,
        TraceSelection.NONE,
        List.of(
            new Expectation(
                Selection.EVERYTHING, Fate.MONOTONE, new Quantifier.All(), "monotone all")),
        runs);
  }

  private static String report(Sweep sweep) {
    return Documents.of(sweep).getOrDefault("report.json", "");
  }

  private static String diff(Sweep first, Sweep second) throws IOException {
    StringWriter out = new StringWriter();
    DiffDocument.JSON.write(SweepDiff.of(first, second), out);
    return out.toString();
  }
}
