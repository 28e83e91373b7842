package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.etascope.reporting.diff.SweepDiff;
import org.etascope.reporting.format.DiffDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Compares two sweeps. */
@Command(
    name = "diff",
    description =
        "Tell which fates, shares of fates and bits two sweeps have different; exit with 3 if any.",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RESULTS/A",
      description = "The folder of the first sweep's results.")
  private Path first = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "RESULTS/B",
      description = "The folder of the second sweep's results.")
  private Path second = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "text|md|json",
      description = "Lines for a terminal, Markdown, or JSON (default: text).",
      converter = FormatName.class)
  private DiffDocument format = DiffDocument.TEXT;

  @Inject
  DiffCommand() {}

  @Override
  public Integer call() throws UsageException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenSweep a = OpenSweep.reading(first).verified();
        OpenSweep b = OpenSweep.reading(second).verified()) {
      SweepDiff diff =
          a.runsInStepWith(b)
              ? SweepDiff.inStep(a.sweep(), b.sweep())
              : SweepDiff.of(a.sweep(), b.sweep());
      format.write(diff, out);
      out.flush();
      return (diff.isEmpty() ? Exit.DONE : Exit.EXPECTATION).code();
    }
  }

  /** A format by its word. */
  static final class FormatName implements ITypeConverter<DiffDocument> {
    @Override
    public DiffDocument convert(String name) {
      return Arrays.stream(DiffDocument.values())
          .filter(document -> document.format().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException("'%s' is not one of text, md, json".formatted(name)));
    }
  }
}
