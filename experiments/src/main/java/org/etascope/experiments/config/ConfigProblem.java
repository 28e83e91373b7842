package org.etascope.experiments.config;

/**
 * Something wrong, or worth a warning, at a place of a file.
 *
 * @param file the file as the user named it, or the command-line argument
 * @param line from 1
 * @param column from 1, in characters
 * @param message one line: the key, the value, what is allowed, what to do
 */
public record ConfigProblem(String file, int line, int column, String message) {
  /** Returns {@code file:line:column: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
