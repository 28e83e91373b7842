package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.ConfigProblem;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.experiments.plan.SweepPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether configs are right. */
@Command(
    name = "validate",
    description = "Read configs and their data, and tell every problem at once.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", arity = "1..*", description = "Configs to read.")
  private List<Path> configs = List.of();

  @Inject
  ValidateCommand() {}

  @Override
  public Integer call() throws ConfigException {
    PrintWriter out = spec.commandLine().getOut();
    List<ConfigProblem> problems = new ArrayList<>();
    for (Path config : configs) {
      try {
        SweepFile file = SweepYaml.read(config, List.of());
        file.warnings()
            .forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        SweepPlan plan = SweepPlan.of(file.config(), file.data(), file.validation());
        out.printf("%s: right, %s%n", config, Counts.runs(plan.size()));
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return Exit.DONE.code();
  }
}
