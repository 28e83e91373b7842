package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
