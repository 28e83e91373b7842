package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.etascope.core.run.Fate;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of limited length sheds detail, the finest first, and says so. */
final class ShortenedReportTest {
  private static final Sweep LARGE = large();
  private static final String WHOLE = report(LARGE, Integer.MAX_VALUE);

  @Test
  void aReportThatFitsIsLeftAsItIs() {
    assertEquals(WHOLE, report(LARGE, WHOLE.length()));
    assertFalse(WHOLE.contains("Shortened"));
  }

  @Test
  void theEvidenceGoesFirst() {
    String report = report(LARGE, WHOLE.length() - 1);

    assertTrue(
        report.contains(
            "**Shortened** to %s characters at most, without the evidence for each first increase."
                .formatted(WHOLE.length() - 1)),
        report);
    assertFalse(report.contains("Evidence of step 1"), report);
    assertTrue(report.contains("## Flagged runs"), report);
  }

  @Test
  void theVerdictsOnSingleRunsAndTheFiguresFollow() {
    String withoutEvidence = report(LARGE, WHOLE.length() - 1);
    String withoutVerdicts = report(LARGE, withoutEvidence.length() - 1);
    String report = report(LARGE, withoutVerdicts.length() - 1);

    assertTrue(withoutEvidence.contains("Verdicts on these runs"), withoutEvidence);
    assertFalse(withoutVerdicts.contains("Verdicts on these runs"), withoutVerdicts);
    assertTrue(withoutVerdicts.contains("plots/"), withoutVerdicts);
    assertFalse(report.contains("plots/"), report);
    assertTrue(report.contains("## Flagged runs"), report);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 6000, 10_000, 20_000, 30_000, 65_536})
  void noReportIsLongerThanItsLimit(int limit) {
    String report = report(LARGE, limit);

    assertTrue(report.length() <= limit, () -> report.length() + " characters");
    assertEquals(WHOLE.lines().toList().subList(0, 5), report.lines().toList().subList(0, 5));
    assertTrue(report.contains("## Provenance"), report);
  }

  private static String report(Sweep sweep, int maxChars) {
    StringWriter report = new StringWriter();
    try {
      MarkdownReport.UNLIMITED
          .within(maxChars)
          .write(Findings.of(sweep, SweepSummary.of(sweep)), name -> report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report.toString();
  }

  private static Sweep large() {
    List<SweepRun> runs = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      double eta = (k + 1) / 100.0;
      runs.add(run("a" + k, eta, 0, 2, 1));
      runs.add(run("b" + k, eta, 1, 1, 2));
    }
    List<Expectation> expectations = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      expectations.add(
          new Expectation(
              Selection.EVERYTHING, Fate.MONOTONE, new Quantifier.All(), "number " + k));
    }
    return Sweeps.of("large", "A line.\n".repeat(200), TraceSelection.NONE, expectations, runs);
  }
}
