package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SweptValuesTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eta: {from: 0.1, to: 0.6, step: 0.1} | [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]",
        "eta: {from: 0.6, to: 0.1, step: -0.25} | [0.6, 0.35, 0.1]",
        "eta: {from: 1, to: 3} | [1, 2, 3]",
        "eta: {from: 2, to: 2} | [2]",
        "eta: {from: 1, to: 2, count: 4} | [1, 1.33333333333, 1.66666666667, 2]",
        "eta: {from: 0.1, to: 0.6, count: 6, scale: linear} | [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]",
        "eta: {from: 0.01, to: 1, count: 3, scale: log} | [0.01, 0.1, 1]",
        "eta: {from: 1, to: 2, count: 3, scale: log} | [1, 1.41421356237, 2]",
        "eta: {from: 0.1234567890123456, to: 1, count: 2, scale: log} | [0.1234567890123456, 1]",
        "eta: {from: 1e-300, to: 1e300, count: 3, scale: log} | [1E-300, 1, 1E+300]",
        "seeds: {from: 0, to: 9, step: 3} | [0, 3, 6, 9]",
        "seeds: {from: 3, to: 0, step: -1} | [3, 2, 1, 0]",
        "seeds: {from: 0, to: 10, count: 3} | [0, 5, 10]",
      })
  void aProgressionHasTheseValues(String line, String expected) throws ConfigException {
    SweepConfig config = SweepYaml.parse(Configs.with(line), "f.yaml");

    assertEquals(
        expected, config.resultKeys().get("sweep." + line.substring(0, line.indexOf(':'))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eta: {from: 0.1, to: 0.6, step: 0.2} | with step 0.2 from 0.1 misses 0.6; the nearest ends are 0.5 and 0.7",
        "eta: {from: 3, to: 1} | cannot get from 3 to 1 with step 1; write a step below 0",
        "eta: {from: 1, to: 3, step: 0} | with step 0; write a step above 0",
        "eta: {from: 1, to: 3, step: -1} | write a step above 0",
        "eta: {from: 1, to: 2, step: 1e-17} | too fine for doubles near 2 to differ",
        "eta: {from: 0, to: 1} | sweep.eta.from must be a number above 0, got 0",
        "eta: {from: 1} | sweep.eta.to is missing",
        "eta: {from: 1, to: 2, step: 1, count: 2} | exclude each other",
        "eta: {from: 1, to: 2, scale: log} | sweep.eta.scale needs a count",
        "eta: {from: 1, to: 2, count: 1} | a whole number from 2 to 1,000,000, got 1",
        "eta: {from: 1, to: 2, count: 3, scale: lag} | did you mean 'log'?",
        "seeds: {from: 0, to: 9, step: 0.5} | sweep.seeds.step must be a whole number",
        "seeds: {from: 0, to: 9, count: 3, scale: log} | needs both ends above 0",
      })
  void aProgressionThatCannotBeIsExplained(String line, String expected) {
    String problem = Configs.problem(Configs.with(line));

    assertTrue(problem.contains(expected), problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1, 2, 3, 5, 4", "0.1, 0.2, 0.3, 0.5"})
  void aListThatOnlyBeginsEvenlyKeepsItsValues(String list) throws ConfigException {
    SweepConfig config = SweepYaml.parse(Configs.with("eta: [" + list + "]"), "f.yaml");

    assertEquals("[" + list + "]", config.resultKeys().get("sweep.eta"));
  }

  @Test
  void aRepeatedValueRunsOnceWithAWarningThatNamesBothPlaces() throws Exception {
    SweepFile file = read(Configs.with("eta: [0.1, 0.2, 1e-1]"));

    assertEquals("[0.1, 0.2]", file.config().resultKeys().get("sweep.eta"));
    assertEquals(
        List.of(dir.resolve("f.yaml") + ":6:19: sweep.eta[2] repeats 0.1 of 6:9; it runs once"),
        file.warnings().stream().map(ConfigProblem::toString).toList());
  }

  @Test
  void valuesThatDifferInNoDoubleAreRepeated() throws Exception {
    SweepFile file = read(Configs.with("eta: [0.1, 0.1000000000000000000001]"));

    assertEquals(1, file.config().axes().get(0).size());
    assertEquals(1, file.warnings().size());
  }

  @Test
  void valuesThatRoundingMakesEqualRunOnceWithAWarning() throws Exception {
    SweepFile file =
        read(Configs.sweeping("eta: 1", "neurons: {from: 1, to: 4, count: 7}", "seeds: 1"));

    assertEquals("[1, 2, 3, 4]", file.config().resultKeys().get("sweep.neurons"));
    assertEquals(
        "sweep.neurons has 7 values of which 3 are equal to another after rounding; each runs once",
        file.warnings().get(0).message());
  }

  private SweepFile read(String text) throws Exception {
    return SweepYaml.read(Files.writeString(dir.resolve("f.yaml"), text), List.of());
  }
}
