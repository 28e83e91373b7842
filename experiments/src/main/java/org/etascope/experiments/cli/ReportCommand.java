package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.etascope.experiments.store.FolderLock;
import org.etascope.experiments.store.InUseException;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a report again. */
@Command(
    name = "report",
    description = "Write the report again, from the stored results alone.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final int FEWEST_CHARS = 4096;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RESULTS/NAME", description = "The folder of a sweep's results.")
  private Path folder = Path.of("");

  @Option(
      names = "--max-chars",
      paramLabel = "N",
      description =
          "Leave details out of report.md until it has N characters at most, from 4096 on. GitHub"
              + " refuses comments over 65536.")
  private int maxChars = Integer.MAX_VALUE;

  private final ReportWriter reportWriter;

  @Inject
  ReportCommand(ReportWriter reportWriter) {
    this.reportWriter = reportWriter;
  }

  @Override
  public Integer call() throws UsageException, InUseException, IOException {
    if (maxChars < FEWEST_CHARS) {
      throw new UsageException(
          "--max-chars is %s; a report takes %s at least".formatted(maxChars, FEWEST_CHARS));
    }
    OpenSweep.requireResults(folder);
    try (FolderLock lock = FolderLock.acquire(folder);
        OpenSweep open = OpenSweep.reading(folder).verified()) {
      Sweep sweep = open.reportedSweep();
      reportWriter.within(maxChars).write(folder, sweep, SweepSummary.of(sweep));
    }
    spec.commandLine().getOut().println("report: " + folder.resolve("report").resolve("report.md"));
    return Exit.DONE.code();
  }
}
