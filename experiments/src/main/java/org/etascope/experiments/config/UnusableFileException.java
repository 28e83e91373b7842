package org.etascope.experiments.config;

/** A path that names nothing which could be read; the message is a sentence about the path. */
final class UnusableFileException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableFileException(String message) {
    super(message);
  }
}
