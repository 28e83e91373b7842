package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published experiment, from YAML to report. */
final class OneGalaxyTest {
  private static final double HALF_A_UNIT_OF_THE_FOURTH_DECIMAL = 0.5e-4 * (1 + 1e-9);

  @TempDir static Path results;
  private static Outcome run = new Outcome(-1, "", "");

  @BeforeAll
  static void runTheSweep() {
    run = etascope("run", ROOT.resolve("configs/one-galaxy.yaml"), "-o", results);
  }

  @Test
  void bothExpectationsHold() {
    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("2 of 2 runs done"), run.out());
  }

  @Test
  void everyPublishedNumberStandsInTracesAndSteps() {
    Map<String, Double> ours = new HashMap<>();
    for (String[] row : rows("report/traces/0.csv")) {
      ours.put(key("0.1", row[1], row[2], Math.max(number(row[3]), number(row[4]))), value(row[5]));
    }
    for (String[] row : rows("report/traces/1.csv")) {
      ours.put(key("0.6", row[1], row[2], Math.max(number(row[3]), number(row[4]))), value(row[5]));
    }
    List<String> columns = List.of(header("report/steps.csv"));
    for (String[] row : rows("report/steps.csv")) {
      ours.put(
          key(row[columns.indexOf("eta")], row[columns.indexOf("step")], "loss", 0),
          value(row[columns.indexOf("loss")]));
    }
    List<String> published = publishedLines();
    assertEquals(780, published.size());
    for (String line : published) {
      String[] row = line.split(",", -1);
      double expected = value(row[4]);
      Double actual = ours.get(key(row[0], row[1], row[2], number(row[3])));
      assertTrue(
          actual != null && Math.abs(actual - expected) <= HALF_A_UNIT_OF_THE_FOURTH_DECIMAL,
          () -> line + " but ours is " + actual);
    }
  }

  @Test
  void theReportAnswersFirst() throws IOException {
    String report = Files.readString(results.resolve("one-galaxy/report/report.md"));
    assertTrue(
        report.contains("the loss rises from 0.0403 to 0.0743 at step 1"),
        () -> report.substring(0, 600));
  }

  private static List<String> publishedLines() {
    try {
      Path table = ROOT.resolve("core/src/test/resources/published-tables.csv");
      return Files.readAllLines(table).stream().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String eta, String step, String tensor, int index) {
    return String.join(" ", eta, step, tensor, Integer.toString(index));
  }

  private static String[] header(String file) {
    return lines(file).get(0).split(",", -1);
  }

  private static List<String[]> rows(String file) {
    return lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(results.resolve("one-galaxy").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static double value(String text) {
    return Double.parseDouble(text);
  }
}
