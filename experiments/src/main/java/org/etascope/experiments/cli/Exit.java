package org.etascope.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.store.DamagedResultsException;
import org.etascope.experiments.store.InUseException;

/** How a command ended; where several things happened, the first in this order is its exit code. */
enum Exit {
  /** A signal ended training early; the Java machine adds the signal's number to 128 itself. */
  INTERRUPTED(130),
  /** A fault of ours. */
  FAULT(1),
  /** The machine refused to read, to write, or to give memory. */
  MACHINE(6),
  /** Stored results are damaged. */
  DAMAGED(7),
  /** Another process is working on the same results. */
  IN_USE(5),
  /** The command or a config is wrong; nothing was touched. */
  USAGE(2),
  /** Some runs could not be executed. */
  FAILED_RUNS(4),
  /** An expectation does not hold, or two sweeps differ. */
  EXPECTATION(3),
  /** Everything was done. */
  DONE(0);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the one of two that wins. */
  Exit and(Exit other) {
    return compareTo(other) <= 0 ? this : other;
  }

  static Exit of(Throwable problem) {
    if (problem instanceof ConfigException || problem instanceof UsageException) {
      return USAGE;
    }
    if (problem instanceof InUseException) {
      return IN_USE;
    }
    if (problem instanceof DamagedResultsException) {
      return DAMAGED;
    }
    return problem instanceof IOException
            || problem instanceof UncheckedIOException
            || problem instanceof OutOfMemoryError
        ? MACHINE
        : FAULT;
  }
}
