package org.etascope.experiments.engine;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.etascope.core.ensemble.EnsembleTrainer;
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
  private static final int QUEUED_DELIVERIES = 16;
  private static final long POLL_MILLISECONDS = 20;

  /** The least work that lanes are worth: their code takes a second to be compiled. */
  private static final double LANES_PAY_NANOSECONDS = 1e9;

  private volatile boolean stopped;

  @Inject
  Engine() {}

  /**
   * Trains runs until all are done or {@link #stop} is called.
   *
   * @param plan where the runs stand
   * @param missing the ordinals to train
   * @param threads how many threads train, from 1
   * @param packing makes of a result what the writer takes, on the thread that trained it
   * @param writer is handed every packed result once, in batches, on the calling thread
   */
  public <R> void train(
      SweepPlan plan,
      BitSet missing,
      int threads,
      Function<StoredRun, R> packing,
      Consumer<List<R>> writer) {
    BlockingQueue<List<R>> results = new ArrayBlockingQueue<>(QUEUED_DELIVERIES);
    boolean lanes =
        EnsembleTrainer.isAvailable()
            || (ScalarTime.isAtLeast(LANES_PAY_NANOSECONDS, plan, missing) && VectorModule.load());
    LOG.info("training {}", lanes ? "in SIMD lanes" : "in scalars");
    Shares shares =
        new Shares(missing, threads, RunTrainer.atOnce(plan.run(missing.nextSetBit(0)), lanes));
    // a single large run spreads over whatever threads of its pool are idle
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(pool.submit(() -> work(plan, lanes, shares, new Delivery<>(packing, results))));
      }
      List<List<R>> deliveries = new ArrayList<>();
      boolean working = true;
      while (working || !results.isEmpty()) {
        working = workers.stream().anyMatch(worker -> !worker.isDone());
        List<R> first = results.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (first != null) {
          deliveries.add(first);
          results.drainTo(deliveries);
          writer.accept(joined(deliveries));
          deliveries.clear();
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

  private void work(SweepPlan plan, boolean lanes, Shares shares, Delivery<?> delivery) {
    RunTrainer trainer = new RunTrainer(plan, lanes, this::isStopped, delivery::add);
    for (int[] share = shares.next(); share.length > 0 && !isStopped(); share = shares.next()) {
      trainer.train(share);
      delivery.flush();
    }
  }

  private static <R> List<R> joined(List<List<R>> deliveries) {
    List<R> all = new ArrayList<>();
    deliveries.forEach(all::addAll);
    return all;
  }

  private boolean isStopped() {
    return stopped || Thread.currentThread().isInterrupted();
  }
}
