package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command of docs/ci.md does what the page says, in the order of a job. */
final class ContinuousIntegrationPageTest {
  private static final Pattern COMMAND =
      Pattern.compile("^ *(?:- )?(?:run: )?\\./etascope (.*)$", Pattern.MULTILINE);
  private static final Pattern SEEDS = Pattern.compile("\"(\\{from: \\d+, to: \\d+})\"");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern KEPT =
      Pattern.compile("^ *path: (results/.*/report)$", Pattern.MULTILINE);
  private static final List<String> IN_THE_ORDER_OF_A_JOB =
      List.of("run", "check", "diff", "report");

  @TempDir Path folder;

  @Test
  void everyCommandEndsWellAndLeavesWhatTheWorkflowsKeep() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/ci.md"));
    List<String> seeds = found(SEEDS, page);
    List<String> commands =
        found(COMMAND, page).stream().flatMap(line -> jobs(line, seeds).stream()).toList();
    assertEquals(8, commands.size(), commands::toString);

    for (String verb : IN_THE_ORDER_OF_A_JOB) {
      for (String command : commands) {
        if (command.startsWith(verb + " ")) {
          Outcome outcome = etascope(words(command));
          assertEquals(0, outcome.exit(), () -> command + "\n" + outcome.out() + outcome.err());
        }
      }
    }

    for (String path : found(KEPT, page)) {
      for (String job : jobs(path, seeds)) {
        Path report = folder.resolve(job).resolve("report.md");
        assertTrue(Files.exists(report), report::toString);
      }
    }
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(result -> result.group(1)).toList();
  }

  /** Returns what a line is in each job of the matrix. */
  private static List<String> jobs(String line, List<String> seeds) {
    return IntStream.range(0, seeds.size())
        .mapToObj(
            job ->
                line.replace("${{ strategy.job-index }}", Integer.toString(job))
                    .replace("${{ matrix.seeds }}", seeds.get(job)))
        .distinct()
        .toList();
  }

  /** Returns the words of a command, its paths led to the project and to the test's folder. */
  private Object[] words(String command) {
    List<Object> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(placed(text));
    }
    if (command.startsWith("run ") && !words.contains("-o")) {
      words.add("-o");
      words.add(folder.resolve("results"));
    }
    return words.toArray();
  }

  private Object placed(String word) {
    if (word.startsWith("configs/")) {
      return ROOT.resolve(word);
    }
    return word.matches("(\\.\\./)?(results|before)(/.*)?")
        ? folder.resolve(word.replaceFirst("^\\.\\./", ""))
        : word;
  }
}
