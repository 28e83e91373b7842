package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong and what deserves a warning while a config is read. */
final class Problems {
  private final List<ConfigProblem> errors = new ArrayList<>();
  private final List<ConfigProblem> warnings = new ArrayList<>();

  void error(Place place, String message) {
    errors.add(place.problem(message));
  }

  void addAll(List<ConfigProblem> more) {
    errors.addAll(more);
  }

  /** Returns everything that is wrong so far, in the order of reading. */
  List<ConfigProblem> errors() {
    return List.copyOf(errors);
  }

  void warning(Place place, String message) {
    warnings.add(place.problem(message));
  }

  List<ConfigProblem> warnings() {
    return inOrder(warnings);
  }

  /** Throws everything that is wrong, unless nothing is. */
  void throwIfAny() throws ConfigException {
    if (!errors.isEmpty()) {
      throw new ConfigException(inOrder(errors));
    }
  }

  /** Sorts by place within a file, files in the order in which they first had something. */
  private static List<ConfigProblem> inOrder(List<ConfigProblem> problems) {
    List<String> files = problems.stream().map(ConfigProblem::file).distinct().toList();
    return problems.stream()
        .sorted(
            Comparator.<ConfigProblem>comparingInt(problem -> files.indexOf(problem.file()))
                .thenComparingInt(ConfigProblem::line)
                .thenComparingInt(ConfigProblem::column))
        .toList();
  }
}
