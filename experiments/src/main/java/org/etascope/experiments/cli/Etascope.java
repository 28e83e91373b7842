package org.etascope.experiments.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Etascope. */
@Command(
    name = "etascope",
    description =
        "For which learning rates does training go down, and where it does not, at which step, by"
            + " how much, and why?",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ValidateCommand.class,
      PlanCommand.class,
      RunCommand.class,
      ReportCommand.class,
      TraceCommand.class,
      StatusCommand.class,
      CheckCommand.class,
      DiffCommand.class
    })
public final class Etascope {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log what is done, to stderr; twice for details.")
  private boolean[] verbosity = {};

  Etascope() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Numbers and letters look the same everywhere.
    Locale.setDefault(Locale.ROOT);
    Injector injector = Guice.createInjector(new EtascopeModule());
    System.exit(
        commandLine(injector, stream(FileDescriptor.out), stream(FileDescriptor.err))
            .execute(args));
  }

  static CommandLine commandLine(Injector injector, PrintWriter out, PrintWriter err) {
    CommandLine commands = new CommandLine(Etascope.class, new GuiceFactory(injector));
    commands.setOut(out).setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionStrategy(
        parsed -> {
          Etascope root = (Etascope) parsed.commandSpec().root().userObject();
          Logging.begin(root.verbosity.length);
          try {
            return new CommandLine.RunLast().execute(parsed);
          } catch (OutOfMemoryError | StackOverflowError e) {
            return Problems.tell(e, err).code();
          }
        });
    commands.setExecutionExceptionHandler(
        (problem, command, parsed) -> Problems.tell(problem, command.getErr()).code());
    return commands;
  }

  private static PrintWriter stream(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
