package org.etascope.experiments.engine;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunSpec;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.StoredRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the runs of a plan on several threads and hands their results to one writer.
 *
 * <p>A result depends on the run's spec alone, never on threads or order.
 */
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int QUEUED_RESULTS = 4096;
  private static final long POLL_MILLISECONDS = 20;

  private volatile boolean stopped;

  @Inject
  Engine() {}

  /**
   * Trains runs until all are done or {@link #stop} is called.
   *
   * @param plan where the runs stand
   * @param missing the ordinals to train
   * @param threads how many threads train, from 1
   * @param writer is handed every result once, in batches, on the calling thread
   */
  public void train(SweepPlan plan, BitSet missing, int threads, Consumer<List<StoredRun>> writer) {
    BlockingQueue<StoredRun> results = new ArrayBlockingQueue<>(QUEUED_RESULTS);
    Ordinals ordinals = new Ordinals(missing);
    ExecutorService pool = Executors.newFixedThreadPool(threads, Engine::daemon);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(pool.submit(() -> work(plan, ordinals, results)));
      }
      List<StoredRun> batch = new ArrayList<>();
      boolean working = true;
      while (working || !results.isEmpty()) {
        working = workers.stream().anyMatch(worker -> !worker.isDone());
        StoredRun first = results.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          results.drainTo(batch);
          writer.accept(batch);
          batch.clear();
        }
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("training stopped on a fault that is no run's", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Ends training after the runs under way; what is finished is still handed to the writer. */
  public void stop() {
    stopped = true;
  }

  private void work(SweepPlan plan, Ordinals ordinals, BlockingQueue<StoredRun> results) {
    try {
      for (int ordinal = ordinals.next(); ordinal >= 0 && !stopped; ordinal = ordinals.next()) {
        results.put(new StoredRun(ordinal, 0, result(ordinal, plan.run(ordinal))));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A run that throws, overflows the stack or runs out of memory is recorded; the others go on. */
  private static RunResult result(int ordinal, RunSpec spec) {
    try {
      return RunResult.of(spec);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.info("run {} could not be executed", ordinal, e);
      return new RunResult(spec, new Failed(e.toString().lines().findFirst().orElseThrow()));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    return thread;
  }

  /** Hands out each ordinal once. */
  private static final class Ordinals {
    private final BitSet missing;
    private int next;

    Ordinals(BitSet missing) {
      this.missing = missing;
    }

    /** Returns the next ordinal, or -1 when there is none left. */
    synchronized int next() {
      if (next < 0) {
        return -1;
      }
      int ordinal = missing.nextSetBit(next);
      next = ordinal < 0 ? -1 : ordinal + 1;
      return ordinal;
    }
  }
}
