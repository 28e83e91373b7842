package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.CombinationEtas;
import org.etascope.reporting.summary.CriticalEtaQuantile;
import org.etascope.reporting.summary.CriticalEtas;
import org.etascope.reporting.summary.Failure;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.EtaLabels;
import org.junit.jupiter.api.Test;

final class CriticalEtaTextTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final CriticalEtaQuantile UNREACHED = quantile(100, 1.5, INFINITY);

  @Test
  void headlineHasCurvatureBesideAnyCause() {
    assertEquals(
        Optional.of(
            "At least 95 % of the 100 seeds descend over 500 steps up to eta 0.2, but not at 0.3"
                + " (95 % interval 0.1 to 1.5); counting rises by curvature alone, at every eta tried,"
                + " up to 1.5 (0.1 to 1.5)."),
        text(quantile(100, 0.2, 0.3), UNREACHED, quantile(100, 0.2, 0.3), UNREACHED).headline());
  }

  @Test
  void whereKinksLeaveNoEtaItSaysWhy() {
    CriticalEtaQuantile none = quantile(100, 0, 0.01);
    assertEquals(
        Optional.of(
            "There is no eta tried at which at least 95 % of the 100 seeds descend over 500 steps:"
                + " at the smallest, 0.01, more than 5 % fail already. Rises at kinks do so alone."
                + " A run that slides along the kink of a ReLU chatters across it at every eta, only"
                + " later at a smaller one, so that a smaller eta would not help over long enough"
                + " training."),
        text(none, UNREACHED, none, UNREACHED).headline());
    assertTrue(
        text(none, UNREACHED, UNREACHED, none)
            .headline()
            .orElseThrow()
            .endsWith("Death does so alone."));
    assertTrue(
        text(none, UNREACHED, UNREACHED, UNREACHED)
            .headline()
            .orElseThrow()
            .endsWith("No cause does so alone, but all of them together."));
  }

  @Test
  void fewSeedsHaveATableButNoHeadline() {
    CriticalEtaQuantile few =
        new CriticalEtaQuantile(19, 0.1, 0.2, OptionalDouble.empty(), INFINITY);
    CriticalEtaText text = text(few, few, few, few);
    assertEquals(Optional.empty(), text.headline());
    assertTrue(text.explanation().contains("Of fewer than 20 seeds it is the smallest."));
    assertTrue(text.explanation().contains("no lower limit from fewer than 72 seeds"));
    assertEquals(
        List.of("any of them", "500", "19", "0.1 to 0.2", "no limit to not reached"),
        text.columns(List.of()).stream()
            .map(column -> column.cell().apply(text.rows().get(0)))
            .toList());
  }

  @Test
  void enoughSeedsHaveALowerLimit() {
    CriticalEtaText text = text(UNREACHED, UNREACHED, UNREACHED, UNREACHED);
    assertFalse(text.explanation().contains("lower limit"));
    assertFalse(text.explanation().contains("Of fewer"));
  }

  /** Of two seeds one dies at 0.2 and the other rises at 0.3. */
  @Test
  void aReportHasARowForEachWayOfFailing() {
    Map<String, String> documents =
        Documents.of(
            Sweeps.of(
                Sweeps.run("0", 0.1, 0, 2, 1),
                Sweeps.run("1", 0.1, 1, 2, 1),
                Sweeps.deadRun("2", 0.2, 0, 2, 2),
                Sweeps.run("3", 0.2, 1, 2, 1),
                Sweeps.run("4", 0.3, 0, 2, 1),
                Sweeps.run("5", 0.3, 1, 2, 3)));
    assertEquals(
        List.of(
            "| any of them | 10 | 2 | 0.1 to 0.2 | no limit to 0.3 |",
            "| curvature | 10 | 2 | 0.2 to 0.3 | no limit to not reached |",
            "| kink | 10 | 2 | above 0.3 | no limit to not reached |",
            "| death | 10 | 2 | 0.1 to 0.2 | no limit to not reached |"),
        documents
            .getOrDefault("report.md", "")
            .lines()
            .filter(line -> line.contains("| 10 | 2 |"))
            .toList());
  }

  @Test
  void aSingleSeedOrEtaHasNoSection() {
    SweepRun run = Sweeps.run("0", 0.1, 0, 2, 1);
    for (SweepRun other : List.of(Sweeps.run("1", 0.2, 0, 2, 1), Sweeps.run("1", 0.1, 1, 2, 1))) {
      assertFalse(Documents.report(Sweeps.of(run, other)).contains("## Critical eta"));
    }
  }

  private static CriticalEtaQuantile quantile(int seeds, double low, double high) {
    return new CriticalEtaQuantile(seeds, low, high, OptionalDouble.of(0.1), 1.5);
  }

  private static CriticalEtaText text(
      CriticalEtaQuantile any,
      CriticalEtaQuantile curvature,
      CriticalEtaQuantile kink,
      CriticalEtaQuantile death) {
    return new CriticalEtaText(
        List.of(
            new CombinationEtas(
                "5",
                List.of(),
                500,
                4,
                new CriticalEtas(
                    Map.of(
                        Failure.ANY, any,
                        Failure.CURVATURE, curvature,
                        Failure.KINK, kink,
                        Failure.DEATH, death),
                    0))),
        new EtaLabels(4));
  }
}
