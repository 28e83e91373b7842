package org.etascope.experiments.store;

/** Another process is working on the same results. */
public final class InUseException extends Exception {
  private static final long serialVersionUID = 1L;

  InUseException(String message) {
    super(message);
  }
}
