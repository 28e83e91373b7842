package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every config that comes with the project runs, its expectations hold, and the figures that the
 * documents show of it are those of its report.
 */
final class ConfigsTest {
  static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("configs"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void runsFromStartToReport(Path config, @TempDir Path results) throws IOException {
    Outcome outcome = etascope("run", config, "-o", results, "--quiet");
    assertEquals(0, outcome.exit(), outcome.err() + outcome.out());
    String name = String.valueOf(config.getFileName()).replace(".yaml", "");
    Path report = results.resolve(name).resolve("report");
    assertTrue(Files.size(report.resolve("report.md")) > 1000);
    for (Path shown : figures(name)) {
      String plot = String.valueOf(shown.getFileName()).substring(name.length() + 1);
      assertEquals(
          Files.readString(report.resolve("plots").resolve(plot)),
          Files.readString(shown),
          shown::toString);
    }
  }

  private static List<Path> figures(String config) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/figures"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(config + "-"))
          .sorted()
          .toList();
    }
  }
}
