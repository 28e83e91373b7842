package org.etascope.experiments.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A config that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int PRINTED = 20;

  private final transient List<ConfigProblem> problems;

  public ConfigException(List<ConfigProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns every problem, in the order of reading. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /** One problem a line, at most twenty of them, then {@code and N more}. */
  private static String message(List<ConfigProblem> problems) {
    int more = problems.size() - PRINTED;
    return Stream.concat(
            problems.stream().limit(PRINTED).map(ConfigProblem::toString),
            more > 0 ? Stream.of("and " + more + " more") : Stream.empty())
        .collect(Collectors.joining("\n"));
  }
}
