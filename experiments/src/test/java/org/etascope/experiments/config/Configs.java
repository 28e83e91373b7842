package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.regex.Matcher;

/** Configs to test with. */
final class Configs {
  private Configs() {}

  /** Returns the shortest valid config with the given lines below {@code sweep:}. */
  static String sweeping(String... axes) {
    return """
    name: small
    data: {points: [[0.5, 1.5]]}
    network: {hidden: [5]}
    training: {steps: 10}
    sweep:
    """
        + "  "
        + String.join("\n  ", axes)
        + "\n";
  }

  /** Returns a valid config with one line replaced, by the key at its beginning, or added. */
  static String with(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String text = sweeping("eta: 0.1", "seeds: 1");
    return text.lines().anyMatch(l -> l.strip().startsWith(key))
        ? text.replaceFirst("(?m)^( *)" + key + ".*$", "$1" + Matcher.quoteReplacement(line))
        : text + line + "\n";
  }

  static List<ConfigProblem> problems(String text) {
    return assertThrows(ConfigException.class, () -> SweepYaml.parse(text, "f.yaml")).problems();
  }

  /** Returns the only problem of a text. */
  static String problem(String text) {
    List<ConfigProblem> problems = problems(text);
    if (problems.size() != 1) {
      throw new AssertionError("expected one problem, got " + problems);
    }
    return problems.get(0).toString();
  }
}
