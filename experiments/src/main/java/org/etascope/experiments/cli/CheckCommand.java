package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges expectations again. */
@Command(
    name = "check",
    description = "Judge the expectations again, from the stored results alone.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RESULTS/NAME", description = "The folder of a sweep's results.")
  private Path folder = Path.of("");

  private final GitHubActions actions;

  @Inject
  CheckCommand(GitHubActions actions) {
    this.actions = actions;
  }

  @Override
  public Integer call() throws UsageException {
    try (OpenSweep open = OpenSweep.reading(folder).verified()) {
      Sweep sweep = open.sweep();
      SweepSummary summary = SweepSummary.of(sweep);
      PrintWriter out = spec.commandLine().getOut();
      Exit exit = Conclusion.of(folder, sweep, summary).printExpectations(out);
      actions.annotate(summary, out);
      return exit.code();
    }
  }
}
