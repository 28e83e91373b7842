package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
final class ReadmeTest {
  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  @Test
  void theAnswerItQuotesIsTheAnswer(@TempDir Path results) throws IOException {
    String answer =
        readme().lines().filter(line -> line.startsWith("> eta ")).findFirst().orElseThrow();
    assertEquals(0, etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", results).exit());
    String report = Files.readString(results.resolve("one-galaxy/report/report.md"));
    assertTrue(report.contains(answer.substring(2)), report);
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
  void everyPageItLinksToIsThere() throws IOException {
    try (Stream<MatchResult> links =
        Pattern.compile("\\]\\(([^):#]+)\\)").matcher(readme()).results()) {
      links
          .map(link -> link.group(1))
          .forEach(page -> assertTrue(Files.exists(ROOT.resolve(page)), page));
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
