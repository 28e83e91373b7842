package org.etascope.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.etascope.reporting.format.JobSummary;
import org.etascope.reporting.format.VerdictText;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/**
 * Tells GitHub Actions, where a command runs within them, what came of a sweep.
 *
 * @param environment the variables of this process
 */
record GitHubActions(Map<String, String> environment) {
  /** Copies the map. */
  GitHubActions {
    environment = Map.copyOf(environment);
  }

  /** Annotates the build with each expectation that does not hold. */
  void annotate(SweepSummary summary, PrintWriter out) {
    if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
      return;
    }
    for (ExpectationResult result : summary.expectations()) {
      if (!result.holds()) {
        out.println("::error title=Etascope::" + escape(VerdictText.of(result)));
      }
    }
  }

  /**
   * Adds a page to the summary of the job, if it has one.
   *
   * @throws IOException if it cannot be written
   */
  void summarize(Sweep sweep, SweepSummary summary) throws IOException {
    String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (file.isEmpty()) {
      return;
    }
    try (Writer out =
        Files.newBufferedWriter(
            Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      JobSummary.write(sweep, summary, out);
    }
  }

  /** Escapes what a workflow command would take for its end or for an escape. */
  private static String escape(String message) {
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
