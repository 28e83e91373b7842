package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An expectation that fails names the same run wherever a build looks. */
final class GitHubActionsTest {
  private static final String COUNTEREXAMPLE = "run 1 (eta 0.6, 5 hidden neurons, seed 3245)";

  @Test
  void annotationSummaryAndCaseNameTheSameCounterexample(@TempDir Path folder)
      throws IOException, UsageException {
    Path config =
        Files.writeString(
            folder.resolve("failing.yaml"),
            Files.readString(ROOT.resolve("configs/one-galaxy.yaml"))
                .replace("{where: {eta: 0.6}, monotone: none}", "{monotone: all}"));
    assertEquals(3, etascope("run", config, "-o", folder).exit());
    Path jobSummary = folder.resolve("summary.md");
    GitHubActions actions =
        new GitHubActions(
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", jobSummary.toString()));
    StringWriter out = new StringWriter();
    try (OpenSweep open = OpenSweep.reading(folder.resolve("one-galaxy"))) {
      Sweep sweep = open.sweep();
      SweepSummary summary = SweepSummary.of(sweep);
      actions.annotate(summary, new PrintWriter(out, true));
      actions.summarize(sweep, summary);
    }

    assertTrue(out.toString().startsWith("::error title=Etascope::does not hold"), out.toString());
    assertEquals(1, out.toString().lines().count());
    assertTrue(out.toString().contains(COUNTEREXAMPLE), out.toString());
    assertTrue(Files.readString(jobSummary).contains(COUNTEREXAMPLE));
    assertTrue(
        Files.readString(folder.resolve("one-galaxy/report/junit.xml")).contains(COUNTEREXAMPLE));
  }

  @Test
  void elsewhereNothingIsSaid(@TempDir Path folder) throws IOException, UsageException {
    etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", folder);
    StringWriter out = new StringWriter();
    try (OpenSweep open = OpenSweep.reading(folder.resolve("one-galaxy"))) {
      Sweep sweep = open.sweep();
      SweepSummary summary = SweepSummary.of(sweep);
      new GitHubActions(Map.of()).annotate(summary, new PrintWriter(out, true));
      new GitHubActions(Map.of()).summarize(sweep, summary);
    }
    assertEquals("", out.toString());
  }
}
