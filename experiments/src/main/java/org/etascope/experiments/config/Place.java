package org.etascope.experiments.config;

import java.util.List;

/**
 * A place in something a user wrote.
 *
 * @param file the file as the user named it, or the command-line argument
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {
  static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  ConfigProblem problem(String message) {
    return new ConfigProblem(file, line, column, message);
  }

  ConfigException exception(String message) {
    return new ConfigException(List.of(problem(message)));
  }

  /** Returns {@code line:column}, to name a second place of the same file. */
  String lineAndColumn() {
    return line + ":" + column;
  }
}
