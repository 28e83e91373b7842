package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sharpness of runs, from YAML to the documents that tell it. */
final class SharpnessReportTest {
  /** Runs that rise, die and diverge, by plain gradient descent, with momentum, in batches. */
  private static String config(String sharpness) {
    return """
        name: sharp
        data: {points: [[1.5, 0.1], [0.3, 0.8], [0.7, 0.2]]}
        network: {hidden: [4]}
        training: {steps: 8}
        sweep:
          eta: [0.2, 1.2, 1e200]
          training.optimizer: [gradient-descent, momentum]
          training.batch: [full, 2]
          seeds: {from: 0, to: 4}
        report: {traces: none, sharpness: %s}
        """
        .formatted(sharpness);
  }

  private static Map<String, String> report(Path folder, String sharpness, String... options)
      throws IOException {
    Path file = Files.createDirectories(folder).resolve("sharp.yaml");
    Files.writeString(file, config(sharpness));
    Object[] words =
        Stream.concat(Stream.of("run", file, "-o", folder), Stream.of(options)).toArray();
    assertEquals(0, etascope(words).exit());
    return Folders.read(folder.resolve("sharp/report"));
  }

  private static List<String> column(Map<String, String> report, String file, String header) {
    List<String[]> rows =
        report.getOrDefault(file, "").lines().map(line -> line.split(",", -1)).toList();
    int place = List.of(rows.get(0)).indexOf(header);
    return rows.stream().skip(1).map(row -> row[place]).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "none", "every", "{every: 3}"})
  void aReportDoesNotTellWithWhichSharpnessItsRunsWereTrained(
      String sharpness, @TempDir Path folder) throws IOException {
    Map<String, String> expected = report(folder.resolve("at once"), sharpness, "-j", "1");
    Path resumed = folder.resolve("resumed");
    for (String before : List.of("none", "ends", "every")) {
      Map<String, String> other = report(resumed, before, "-j", "2");
      assertEquals(
          column(expected, "runs.csv", "run_id"), column(other, "runs.csv", "run_id"), before);
      assertEquals(expected, report(resumed, sharpness), before);
    }
  }

  @Test
  void everyRowOfAReportHasItsSharpnessWhereThereIsOne(@TempDir Path folder) throws IOException {
    Map<String, String> every = report(folder, "every");
    List<String> atSteps = column(every, "steps.csv", "sharpness");
    List<String> steps = column(every, "steps.csv", "step");
    List<String> initial = column(every, "runs.csv", "sharpness_initial");

    assertEquals(60, initial.size());
    assertTrue(initial.stream().noneMatch(String::isEmpty), () -> initial.toString());
    assertEquals(
        initial,
        Stream.iterate(0, k -> k + 1)
            .limit(steps.size())
            .filter(k -> steps.get(k).equals("0"))
            .map(atSteps::get)
            .toList());
    assertTrue(
        every.getOrDefault("report.md", "").contains("Critical etas, observed and foretold"));
    assertTrue(every.containsKey("plots/sharpness.svg"));
  }
}
