package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.etascope.experiments.store.FolderLock;
import org.etascope.experiments.store.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how far a sweep is. */
@Command(
    name = "status",
    description =
        "Tell how many runs are done, failed and left, and when, where and how fast they ran.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RESULTS/NAME", description = "The folder of a sweep's results.")
  private Path folder = Path.of("");

  @Inject
  StatusCommand() {}

  @Override
  public Integer call() throws UsageException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenSweep open = OpenSweep.reading(folder).verified()) {
      long planned = open.plan().size();
      long done = open.store().finished().cardinality();
      long failed = open.store().failed().cardinality();
      out.printf(
          Locale.ROOT,
          "%s: %s, %,d done, %,d failed, %,d left%n",
          open.config().name(),
          Counts.runs(planned),
          done,
          failed,
          planned - done - failed);
      FolderLock.holder(folder).ifPresent(pid -> out.printf("in use by process %s%n", pid));
      for (Session session : open.store().sessions()) {
        double seconds = Duration.between(session.started(), session.ended()).toMillis() / 1000.0;
        out.printf(
            Locale.ROOT,
            "%s: %s in %.1f s on %d threads, %s, %s%n",
            session.started(),
            Counts.runs(session.runs()),
            seconds,
            session.threads(),
            session.jvm(),
            session.machine());
      }
    }
    return Exit.DONE.code();
  }
}
