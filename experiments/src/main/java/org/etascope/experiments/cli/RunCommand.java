package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.store.InUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs sweeps. */
@Command(
    name = "run",
    description = "Run what is missing of sweeps, write their reports, judge their expectations.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CONFIG|KEY=VALUE",
      arity = "1..*",
      description = "Configs, and values to put in place of their own, such as training.steps=20.")
  private List<String> words = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where results go (default: ${DEFAULT-VALUE}).")
  private Path results = Path.of("results");

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "Train on N threads (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--fresh", description = "Drop the results that are there and begin again.")
  private boolean fresh;

  @Option(names = "--no-report", description = "Write no report.")
  private boolean withoutReport;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  private final SweepRunner runner;

  @Inject
  RunCommand(SweepRunner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws ConfigException, UsageException {
    if (threads < 1) {
      throw new UsageException("-j must be at least 1, got " + threads);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<SweepFile> files = Configs.read(Arguments.of(words), err);
    requireDifferentNames(files);
    if (!fresh) {
      for (SweepFile file : files) {
        SameSweep.requireIfReadable(file, folder(file));
      }
    }
    SweepRunner.Choices choices = new SweepRunner.Choices(threads, fresh, !withoutReport, quiet);
    Exit exit = Exit.DONE;
    for (SweepFile file : files) {
      if (exit != Exit.INTERRUPTED) {
        exit = exit.and(run(file, choices, out, err));
      }
    }
    return exit.code();
  }

  /** A sweep that cannot go on keeps no other from it. */
  private Exit run(SweepFile file, SweepRunner.Choices choices, PrintWriter out, PrintWriter err) {
    try {
      return runner.run(file, folder(file), choices, out, err);
    } catch (IOException
        | InUseException
        | UsageException
        | RuntimeException
        | OutOfMemoryError e) {
      return Problems.tell(e, err);
    }
  }

  private Path folder(SweepFile file) {
    return results.resolve(file.config().name());
  }

  private static void requireDifferentNames(List<SweepFile> files) throws UsageException {
    Map<String, Integer> seen = new HashMap<>();
    for (SweepFile file : files) {
      if (seen.merge(file.config().name(), 1, Integer::sum) > 1) {
        throw new UsageException(
            "two of these configs have the name '%s'; their results would share a folder"
                .formatted(file.config().name()));
      }
    }
  }
}
