package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.deadRun;
import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;

final class VerdictColumnsTest {
  /** Returns what stands under a header, from the first row down. */
  private static List<String> column(String file, String header, SweepRun... runs) {
    List<String[]> rows =
        Documents.of(Sweeps.of(runs))
            .getOrDefault(file, "")
            .lines()
            .map(l -> l.split(",", -1))
            .toList();
    int place = List.of(rows.get(0)).indexOf(header);
    return rows.stream().skip(1).map(row -> row[place]).toList();
  }

  @Test
  void aRunHasItsVerdictAndWhatItClimbed() {
    // up 1 and, later, 0.5; back at 4 two steps behind the first rise
    SweepRun rising = run("0", 0.1, 0, 4, 5, 4.5, 4, 4.5, 3);
    SweepRun never = run("1", 0.1, 1, 4, 5, 4.5);
    SweepRun descending = run("2", 0.1, 2, 4, 3);
    SweepRun failed = failedRun("3", 0.1, 3, "broken");
    SweepRun[] runs = {rising, never, descending, failed};

    assertEquals(
        List.of("non-monotone", "non-monotone", "monotone", ""),
        column("runs.csv", "verdict", runs));
    assertEquals(List.of("1.5", "1.0", "0.0", ""), column("runs.csv", "total_rise", runs));
    assertEquals(List.of("2", "", "", ""), column("runs.csv", "steps_to_recover", runs));
  }

  @Test
  void cellsCountTheirVerdicts() {
    SweepRun[] runs = {
      run("0", 0.1, 0, 2, 1),
      run("1", 0.1, 1, 2, 3),
      run("2", 0.2, 0, 2, 3),
      deadRun("3", 0.2, 1, 2, 1),
      failedRun("4", 0.2, 2, "broken")
    };

    assertEquals(List.of("1", "0"), column("cells.csv", "verdict_monotone", runs));
    assertEquals(List.of("1", "1"), column("cells.csv", "verdict_non_monotone", runs));
    assertEquals(List.of("0", "1"), column("cells.csv", "verdict_dead", runs));
    assertEquals(List.of("0", "0"), column("cells.csv", "verdict_periodic", runs));
  }

  @Test
  void theHeaderOfCellsIsTheSameWhateverOccurs() {
    assertEquals(
        header(run("0", 0.1, 0, 2, 1)), header(run("0", 0.1, 0, 2, 3), deadRun("1", 0.1, 1, 2)));
  }

  private static String header(SweepRun... runs) {
    return Documents.of(Sweeps.of(runs))
        .getOrDefault("cells.csv", "")
        .lines()
        .findFirst()
        .orElse("");
  }

  @Test
  void thePageHasTheVerdictsThatOccurEtaByEta() {
    String report =
        Documents.report(
            Sweeps.of(run("0", 0.1, 0, 2, 1), run("1", 0.1, 1, 2, 3), deadRun("2", 0.2, 0, 2, 1)));

    assertTrue(
        report.contains(
            """
            | eta | dead | non-monotone | monotone |
            | ---: | ---: | ---: | ---: |
            | 0.1 | 0 | 1 | 1 |
            | 0.2 | 1 | 0 | 0 |
            """),
        report);
  }

  @Test
  void eachFlaggedRunThatIsListedHasItsVerdictInASentence() {
    String report =
        Documents.report(
            Sweeps.of(
                Stream.concat(
                        IntStream.range(0, 25).mapToObj(i -> run("" + i, 0.1, i, 2, 3, 1)),
                        Stream.of(run("25", 0.1, 25, 2, 1)))
                    .toArray(SweepRun[]::new)));

    assertEquals(
        IntStream.range(0, 20).mapToObj(i -> "- Run " + i + ":").toList(),
        report
            .lines()
            .filter(
                line ->
                    line.endsWith("non-monotone over 3 steps: the loss rose at one step at least."))
            .map(line -> line.substring(0, line.indexOf(':') + 1))
            .collect(Collectors.toList()));
  }
}
