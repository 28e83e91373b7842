package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, descriptions and messages that would do harm are shown as they read. */
final class HostileTextTest {
  /** A tag, an entity, a link to elsewhere, an image, emphasis or mathematics, not escaped. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?<!\\\\)(<(?!details>|summary>)\\w|&lt;|\\]\\((?!traces/|plots/|\\w+\\.csv)|!\\[x|\\*bold|~~no|\\$)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil\")",
        "<script>alert(1)</script>",
        "</details><script>",
        "a | b",
        "`code`",
        "[click](javascript:alert(1))",
        "![x](http://evil/x.png)",
        "::error::broken",
        "\u001b[31mred\u001b[0m",
        "two\n# headings",
        "two\r\n\r\n- lists",
        "\u202egnp.exe",
        "$\\unicode{x}$",
        "&lt;b&gt;",
        "*bold* _it_ ~~no~~",
        "\\input{/etc/passwd}",
        "}\\end{document}\\write18{id}",
        "^^5cinput x",
        "100 % & more # 1"
      })
  void isInertInEveryDocument(String text) {
    Map<String, String> documents = Documents.of(hostile(text));

    for (String document : documents.values()) {
      assertTrue(document.lines().noneMatch(line -> line.strip().startsWith("::")), document);
      assertFalse(document.contains("\u001b"), document);
      assertFalse(document.contains("\u202e"), document);
      assertFalse(document.contains("\r"), document);
    }
    for (String page : List.of("report.md", "traces/1.md")) {
      String markdown = documents.getOrDefault(page, "");
      assertEquals(1, markdown.lines().filter(line -> line.startsWith("# ")).count(), markdown);
      assertFalse(ACTIVE.matcher(markdown).find(), markdown);
    }
    for (String csv : List.of("cells.csv", "runs.csv", "steps.csv")) {
      assertFalse(documents.getOrDefault(csv, "").matches("(?s).*(^|[,\"\\n])=.*"), csv);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+cmd, '''+cmd'",
    "-cmd, '''-cmd'",
    "@SUM, '''@SUM'",
    "-1, -1",
    "+2.5e-3, +2.5e-3",
    "5, 5",
    "16x8, 16x8",
    "-1+1, '''-1+1'"
  })
  void formulasAreDisarmedInCsvAndNumbersStayNumbers(String text, String expected) {
    assertEquals(expected, CsvCell.text(text).toString());
  }

  @Test
  void tabsAndReturnsCannotHideAFormula() {
    assertEquals("' =1", CsvCell.text("\t=1").toString());
    assertEquals("' =1", CsvCell.text("\r=1").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "one-galaxy, one-galaxy",
    "hubble_1929, hubble_1929",
    "_x_, \\_x\\_",
    "a | b, a \\| b",
    "# 1, \\# 1",
    "1. one, 1\\. one",
    "0.1, 0.1",
    "-1, -1",
    "- one, \\- one",
    "--- , \\---",
    "::error::, \\::error\\::",
    "http://x, http\\://x",
    "www.x, www\\.x",
    "eta = 0.1: all, eta = 0.1: all"
  })
  void markdownEscapesOnlyWhatWouldAct(String text, String expected) {
    assertEquals(expected, MarkdownWriter.escape(text));
  }

  @Test
  void descriptionKeepsItsLines() {
    String report =
        Documents.report(
            Sweeps.of("sweep", "one\n\n    two\n", TraceSelection.NONE, List.of(), List.of()));

    assertTrue(report.contains("\n> one\n> \n> two\n"), report);
  }

  @Test
  void verdictIsOneLine() {
    Sweep sweep = hostile("\u001b[31m\n::error::");

    String verdict = VerdictText.of(SweepSummary.of(sweep).expectations().get(0));

    assertEquals(1, verdict.lines().count());
    assertFalse(verdict.contains("\u001b"), verdict);
    assertFalse(verdict.startsWith("::"), verdict);
  }

  private static Sweep hostile(String text) {
    SweepRun failed =
        new SweepRun(
            "0", 0, List.of(text), new RunResult(Sweeps.spec(0.1, 0), new RunResult.Failed(text)));
    SweepRun trained = new SweepRun("1", 0, List.of(text), RunResult.of(Sweeps.spec(0.6, 3245)));
    return new Sweep(
        text,
        text,
        Sweeps.data(text),
        List.of(text),
        selection -> 2,
        TraceSelection.ALL,
        StepSelection.ALL,
        new SharpnessSteps.None(),
        List.of(new Expectation(Selection.EVERYTHING, Fate.MONOTONE, new Quantifier.All(), text)),
        new Provenance("0.1.0", 1, "c", "d"),
        () -> List.of(failed, trained).stream());
  }
}
