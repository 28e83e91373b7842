package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.etascope.experiments.engine.Progress;

/** How progress is told: a bar on a terminal, else a line a minute, or not at all. */
final class ProgressChoice {
  /** Java 17 cannot see whether stderr is a terminal; the launcher says so. */
  private static final boolean TERMINAL = Boolean.getBoolean("etascope.terminal");

  private final InstantSource clock;

  @Inject
  ProgressChoice(InstantSource clock) {
    this.clock = clock;
  }

  Progress progress(boolean quiet, PrintWriter err) {
    if (quiet) {
      return Progress.SILENT;
    }
    return TERMINAL ? new BarProgress() : new MinuteProgress(clock, err);
  }
}
