package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.etascope.reporting.summary.FlaggedRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reason of a rise, from YAML to every document that tells it. */
final class EvidenceReportTest {
  private static final String EVIDENCE =
      "eta = 0.6, step 0 to 1: loss 0.040275 to 0.074256 (+84.4 %). eta kappa = 2.26 > 2; sharpness"
          + " 5.555 against 2/eta = 3.333. Neurons 5, 1, 4 switched off at 33 %, 38 %, 75 % of the"
          + " step. Curvature: with all masks frozen the loss would have been 0.178710; the dying"
          + " ReLUs reduced the jump.";

  @Test
  void theEvidenceOfOneGalaxyStandsInReportRunsAndTrace(@TempDir Path results) throws IOException {
    assertEquals(0, etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", results).exit());
    for (String document : new String[] {"report.md", "runs.csv", "traces/1.md"}) {
      String text = Files.readString(results.resolve("one-galaxy/report").resolve(document));
      assertTrue(text.contains(EVIDENCE), () -> document + ":\n" + text);
    }
  }

  /** 80 runs, of which more rise than a report lists. */
  private static String config(String evidence) {
    return """
        name: rises
        data: {points: [[1.5, 0.1], [0.3, 0.8]]}
        network: {hidden: [5], output: identity}
        training: {steps: 10}
        sweep: {eta: [0.1, 1.2], seeds: {from: 0, to: 39}}
        report: {traces: none, evidence: %s}
        """
        .formatted(evidence);
  }

  private static Map<String, String> report(Path folder, String evidence, String... options)
      throws IOException {
    Path file = Files.createDirectories(folder).resolve("rises.yaml");
    Files.writeString(file, config(evidence));
    Object[] words =
        Stream.concat(Stream.of("run", file, "-o", folder), Stream.of(options)).toArray();
    assertEquals(0, etascope(words).exit());
    return Folders.read(folder.resolve("rises/report"));
  }

  private static long explained(Map<String, String> report) {
    return report
        .getOrDefault("runs.csv", "")
        .lines()
        .filter(row -> row.contains("eta = "))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "flagged", "none"})
  void aReportDoesNotTellWithWhichEvidenceItsRunsWereTrained(String evidence, @TempDir Path folder)
      throws IOException {
    Map<String, String> expected = report(folder.resolve("at once"), evidence);
    for (String before : List.of("all", "flagged", "none")) {
      Path resumed = folder.resolve(before);
      report(resumed, before);
      assertEquals(expected, report(resumed, evidence), before);
    }
  }

  @Test
  void evidenceIsGivenForEveryIncreaseForThoseListedOrForNone(@TempDir Path folder)
      throws IOException {
    Map<String, String> all = report(folder.resolve("all"), "all");
    Map<String, String> flagged = report(folder.resolve("flagged"), "flagged");
    List<String> rows = all.getOrDefault("runs.csv", "").lines().toList();
    List<String> listed =
        rows.stream()
            .filter(row -> !row.startsWith("run,") && !row.contains(",monotone,"))
            .limit(FlaggedRuns.SHOWN)
            .toList();
    assertTrue(explained(all) > FlaggedRuns.SHOWN, () -> String.join("\n", rows));
    assertEquals(
        listed.stream().filter(row -> row.contains("eta = ")).toList(),
        flagged
            .getOrDefault("runs.csv", "")
            .lines()
            .filter(row -> row.contains("eta = "))
            .toList());
    assertEquals(all.get("report.md"), flagged.get("report.md"));
    assertEquals(0, explained(report(folder.resolve("none"), "none")));
  }
}
