package org.etascope.experiments.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.etascope.experiments.engine.Progress;

/** Tells how far a sweep is in a line a minute, for logs. */
final class MinuteProgress implements Progress {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final PrintWriter err;
  private String sweep = "";
  private long runs;
  private long done;
  private Instant started = Instant.EPOCH;
  private Instant told = Instant.EPOCH;

  MinuteProgress(InstantSource clock, PrintWriter err) {
    this.clock = clock;
    this.err = err;
  }

  @Override
  public void start(String sweep, long runs) {
    this.sweep = sweep;
    this.runs = runs;
    started = clock.instant();
    told = started;
  }

  @Override
  public void advance(long more) {
    done += more;
    Instant now = clock.instant();
    if (Duration.between(told, now).compareTo(INTERVAL) >= 0) {
      told = now;
      double rate = done / (Duration.between(started, now).toMillis() / 1000.0);
      err.printf(
          Locale.ROOT,
          "%s: %,d of %,d runs, %,.0f runs/s, %,.0f s left%n",
          sweep,
          done,
          runs,
          rate,
          (runs - done) / rate);
    }
  }

  @Override
  public void close() {}
}
