package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
final class ReadmeTest {
  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  @Test
  void whatItQuotesOfTheReportStandsThere(@TempDir Path results) throws IOException {
    assertEquals(0, etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", results).exit());
    String report = Files.readString(results.resolve("one-galaxy/report/report.md"));
    List<String> quoted =
        readme()
            .lines()
            .filter(
                line ->
                    line.startsWith("> ") || line.startsWith("| eta") || line.startsWith("| 0."))
            .map(line -> line.startsWith("> ") ? line.substring(2) : line)
            .toList();
    assertEquals(5, quoted.size());
    quoted.forEach(line -> assertTrue(report.contains(line), () -> line + "\nin\n" + report));
  }

  @Test
  void theTablesOfThePublishedExperimentStandInItsTraces(@TempDir Path results) throws IOException {
    assertEquals(0, etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", results).exit());
    Path traces = results.resolve("one-galaxy/report/traces");
    String both =
        Files.readString(traces.resolve("0.md")) + Files.readString(traces.resolve("1.md"));
    List<String> rows =
        Files.readString(ROOT.resolve("docs/published.md"))
            .lines()
            .filter(line -> line.startsWith("| "))
            .toList();
    assertEquals(24, rows.size());
    rows.forEach(row -> assertTrue(both.contains(row), row));
  }

  @Test
  void theSweepItShowsRuns(@TempDir Path folder) throws IOException {
    String yaml = match(readme(), "```yaml\n(.*?)```").replaceAll("(?m)^   ", "");
    Path config = Files.writeString(folder.resolve("mine.yaml"), yaml);
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/mine.csv"), "radius,mass\n1,2\n2,5\n4,7\n");
    assertEquals(0, etascope("validate", config).exit(), () -> etascope("validate", config).err());
    assertEquals(0, etascope("plan", config).exit());
  }

  @Test
  void everyCommandItNamesIsThere() throws IOException {
    List<String> verbs =
        Pattern.compile("`\\./etascope ([a-z]+)")
            .matcher(readme())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertTrue(verbs.size() >= 7, verbs::toString);
    for (String verb : verbs) {
      assertEquals(0, etascope(verb, "--help").exit(), verb);
    }
  }

  @Test
  void everyPageThatAPageLinksToIsThere() throws IOException {
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "*.md")) {
        for (Path page : pages) {
          Pattern.compile("\\]\\(([^):#]+)\\)")
              .matcher(Files.readString(page))
              .results()
              .map(link -> page.resolveSibling(link.group(1)))
              .forEach(target -> assertTrue(Files.exists(target), () -> page + ": " + target));
        }
      }
    }
  }

  private static String match(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}
