package org.etascope.experiments.cli;

/** The command asks for something that cannot be; the message says what could. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
