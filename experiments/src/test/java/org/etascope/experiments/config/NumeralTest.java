package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumeralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 | 0.1",
        "+0.5 | 0.5",
        "1e-5 | 1.0E-5",
        "2E+3 | 2000",
        "4.9e-324 | 4.9E-324",
        "1.7976931348623157e308 | 1.7976931348623157E308",
      })
  void decimalNumbersAreRead(String text, double expected) throws ConfigException {
    Axis.Eta eta =
        assertInstanceOf(
            Axis.Eta.class, SweepYaml.parse(Configs.with("eta: " + text), "f.yaml").axes().get(0));

    assertEquals(expected, eta.eta(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-1 | must be a number above 0, got -1",
        "0 | must be a number above 0, got 0",
        "0e999999999 | must be a number above 0, got 0e999999999",
        "-0.0 | must be a number above 0, got -0.0",
        ".nan | which is not finite",
        ".inf | which is not finite",
        "NaN | which is not finite",
        "1e400 | beyond the largest double",
        "1e99999999999 | beyond the largest double",
        "1e-400 | which a double rounds to 0",
        "yes | a word and not a number",
        "Off | a word and not a number",
        "010 | a leading 0 means octal in YAML 1.1, so write 10",
        "00.5 | so write 0.5",
        "0o17 | only decimal numbers are read",
        "0x1F | only decimal numbers are read",
        "1:30 | YAML 1.1 reads this in base 60",
        "1_000 | write it without underscores, 1000",
        "1,5 | the decimal point is a point, 1.5",
        ".5 | write a digit on both sides of the point",
        "5. | write a digit on both sides of the point",
        "abc | must be a number above 0, got abc",
        "'0.1' | got the text '0.1'; write it without quotes",
        "[[1]] | sweep.eta[0] must be a number above 0, got a list",
        "{a: 1} | unknown key 'a' in sweep.eta",
        "1 2 | got 1 2",
        " | must be a number above 0, got nothing",
      })
  void whatIsNoNumberInRangeIsExplained(String text, String expected) {
    String line = "eta: " + (text == null ? "" : text);

    List<ConfigProblem> problems = Configs.problems(Configs.with(line));

    assertTrue(problems.stream().allMatch(problem -> problem.line() == 6), problems.toString());
    assertTrue(
        problems.stream().anyMatch(problem -> problem.message().contains(expected)),
        problems.toString());
  }

  @ParameterizedTest
  @CsvSource({"-1", "4294967296", "1.0", "1e2"})
  void aSeedIsAWholeNumberThatNumpyTakes(String text) {
    String problem = Configs.problem(Configs.with("seeds: " + text));

    assertTrue(
        problem.startsWith(
            "f.yaml:7:10: sweep.seeds must be a whole number from 0 to 4,294,967,295, got " + text),
        problem);
  }
}
