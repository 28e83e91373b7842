package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.etascope.core.run.RunResult;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.StoredRun;
import org.etascope.reporting.format.TraceDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints everything one run did. */
@Command(
    name = "trace",
    description = "Replay one run bit for bit, and print its tables for every step.",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RESULTS/NAME",
      description = "The folder of a sweep's results.")
  private Path folder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "The run's number in the plan, from 0.")
  private String run = "";

  @Option(
      names = "--format",
      paramLabel = "md|csv",
      description = "Tables for reading, or a row for each number (default: md).",
      converter = FormatName.class)
  private TraceDocument format = TraceDocument.MARKDOWN;

  @Inject
  TraceCommand() {}

  @Override
  public Integer call() throws UsageException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenSweep open = OpenSweep.reading(folder)) {
      int ordinal = ordinal(open.plan());
      StoredRun planned =
          open.store()
              .run(ordinal, 0, open.plan()::run)
              .orElseGet(() -> new StoredRun(ordinal, 0, RunResult.of(open.plan().run(ordinal))));
      format.write(open.sweepRun(planned), out);
      out.flush();
    }
    return Exit.DONE.code();
  }

  private int ordinal(SweepPlan plan) throws UsageException {
    try {
      return Objects.checkIndex(Integer.parseInt(run), plan.size());
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new UsageException(
          "there is no run '%s' in %s; runs are numbered 0 to %d, in the column 'run' of runs.csv"
              .formatted(run, folder, plan.size() - 1));
    }
  }

  /** A format by the ending of its files. */
  static final class FormatName implements ITypeConverter<TraceDocument> {
    @Override
    public TraceDocument convert(String name) {
      return Arrays.stream(TraceDocument.values())
          .filter(document -> document.extension().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("'%s' is not one of md, csv".formatted(name)));
    }
  }
}
