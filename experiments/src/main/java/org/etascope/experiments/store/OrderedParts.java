package org.etascope.experiments.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Work in consecutive parts: done on several threads, handed on in order on the calling one. At any
 * time only so many parts as keep the threads busy are begun and not handed on yet, so that memory
 * does not depend on how many there are.
 */
final class OrderedParts {
  private static final int AHEAD_A_THREAD = 2;

  private OrderedParts() {}

  /**
   * Does all parts.
   *
   * @param parts how many there are
   * @param threads how many work, from 1
   * @param work is done on each part, counted from 0
   * @param next takes what came of each part
   */
  static <T> void each(int parts, int threads, IntFunction<T> work, Consumer<T> next) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, OrderedParts::daemon);
    try {
      Queue<Future<T>> begun = new ArrayDeque<>();
      for (int part = 0; part < parts; part++) {
        int number = part;
        begun.add(pool.submit(() -> work.apply(number)));
        if (begun.size() > AHEAD_A_THREAD * threads) {
          next.accept(result(begun.remove()));
        }
      }
      while (!begun.isEmpty()) {
        next.accept(result(begun.remove()));
      }
    } finally {
      end(pool);
    }
  }

  /** Parts under way are short; nobody may take from them what they work with. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(Future<T> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while results were read", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      if (cause instanceof Error fault) {
        throw fault;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "reading");
    thread.setDaemon(true);
    return thread;
  }
}
