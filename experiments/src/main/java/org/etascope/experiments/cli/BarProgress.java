package org.etascope.experiments.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.etascope.experiments.engine.Progress;
import org.jspecify.annotations.Nullable;

/** Tells how far a sweep is by a bar, runs a second and the time left, on a terminal. */
final class BarProgress implements Progress {
  /** A sweep that is done sooner needs no bar. */
  private static final long PATIENCE_NANOSECONDS = 500_000_000L;

  private String sweep = "";
  private long runs;
  private long done;
  private long started;
  private @Nullable ProgressBar bar;

  @Override
  public void start(String sweep, long runs) {
    this.sweep = sweep;
    this.runs = runs;
    started = System.nanoTime();
  }

  @Override
  public void advance(long more) {
    done += more;
    if (bar == null && System.nanoTime() - started > PATIENCE_NANOSECONDS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(sweep)
              .setInitialMax(runs)
              .setUnit(" runs", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
