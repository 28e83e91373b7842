package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationReaderTest {
  private static final String SWEEP =
      Configs.sweeping(
              "eta: {from: 0.1, to: 0.6, step: 0.1}", "neurons: [5, 9]", "seeds: {from: 0, to: 9}")
          .replace("[5]}", "[5, 3]}");

  @Test
  void severalFatesOfOneEntryAreSeveralExpectations() throws ConfigException {
    Selection where = new Selection(Set.of(0.1), Set.of(), Set.of());

    assertEquals(
        List.of(
            new Expectation(
                where,
                Fate.MONOTONE,
                new Quantifier.AtLeast(new BigDecimal("95")),
                "eta = 0.1: monotone at least 95 %"),
            new Expectation(
                where,
                Fate.DEAD,
                new Quantifier.AtMost(new BigDecimal("0.5")),
                "eta = 0.1: dead at most 0.5 %"),
            new Expectation(
                where, Fate.DIVERGED, new Quantifier.None(), "eta = 0.1: diverged none")),
        expectations(
            "{where: {eta: 0.1}, monotone: at least 95 %, dead: 'at most 0.5%', diverged: none}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{non_monotone: all} | non_monotone all",
        "{where: {seed: 3}, failed: none} | seed = 3: failed none",
        "{where: {seeds: [3, 4], eta: 0.2}, dead: all} | eta = 0.2, seed in {3, 4}: dead all",
        "{where: {neurons: 5}, dead: all} | neurons = 5x5: dead all",
        "{where: {neurons: [9x9, 5]}, dead: all} | neurons in {9x9, 5x5}: dead all",
        "{where: {seed: {from: 0, to: 9}}, dead: all} | seed in {0, ..., 9; 10 values}: dead all",
      })
  void anExpectationReadsAsOneLine(String entry, String text) throws ConfigException {
    assertEquals(text, expectations(entry).get(0).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{where: {eta: 0.1}} | an expectation needs a fate, such as monotone: all",
        "{monotone: most} | expect[0].monotone must be all, none, \"at least 95 %\"",
        "{monotone: at least 101 %} | expect[0].monotone must be all",
        "{monotone: at least 100.1 %} | expect[0].monotone must be all",
        "{where: {eta: x}, dead: all} | expect[0].where.eta must be a number above 0, got x",
        "{where: {neurons: 5x}, dead: all} | must be a width such as 5, or widths such as 16x8",
        "{where: {neurons: []}, dead: all} | is an empty list",
        "{where: {era: 1}, dead: all} | unknown key 'era' in expect[0].where; did you mean 'eta'?",
        "5 | expect[0] must be a mapping",
      })
  void aWrongExpectationIsExplained(String entry, String expected) {
    String problem = Configs.problem(SWEEP + "expect:\n  - " + entry + "\n");

    assertTrue(problem.contains(expected), problem);
  }

  @Test
  void valuesThatNoAxisHasDeserveAWarning(@TempDir Path dir) throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("f.yaml"),
            SWEEP
                + "expect:\n  - {where: {eta: [0.1, 0.7], neurons: [5, 6, 9x5], seed: 10}, dead: all}\n");

    assertEquals(
        List.of(
            "expect[0].where.eta names 0.7, which the sweep does not run",
            "expect[0].where.neurons names 6x6, 9x5, which the sweep does not run",
            "expect[0].where.seed names 10, which the sweep does not run"),
        SweepYaml.read(file, List.of()).warnings().stream().map(ConfigProblem::message).toList());
  }

  private static List<Expectation> expectations(String entry) throws ConfigException {
    return SweepYaml.parse(SWEEP + "expect:\n  - " + entry + "\n", "f.yaml").expectations();
  }
}
