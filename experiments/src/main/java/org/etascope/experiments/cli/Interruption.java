package org.etascope.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes an interrupted process keep what is finished: SIGINT and SIGTERM stop the work, and the
 * process ends, with 130 or 143, once results are stored or its patience is over.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 4;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  /**
   * Begins to listen.
   *
   * @param stop asks the work to end soon
   */
  Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              happened = true;
              stop.run();
              awaitEnd();
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    try {
      boolean ended = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        System.err.println(
            "etascope: stopped in the middle of a run or report; finished runs are kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean happened() {
    return happened;
  }

  /** Ends listening, or lets the process end. */
  @Override
  public void close() {
    over.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is about to end, and the hook with it.
        return;
      }
    }
  }
}
