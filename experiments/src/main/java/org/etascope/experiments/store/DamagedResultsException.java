package org.etascope.experiments.store;

import java.nio.file.Path;

/** Stored results cannot be trusted: the database was truncated, altered, or is not one of ours. */
public final class DamagedResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedResultsException(Path database, String what) {
    super(message(database, what));
  }

  public DamagedResultsException(Path database, String what, Throwable cause) {
    super(message(database, what), cause);
  }

  private static String message(Path database, String what) {
    return "%s: %s; nothing was overwritten. Move it away and run again, or restore a copy."
        .formatted(database, what);
  }
}
