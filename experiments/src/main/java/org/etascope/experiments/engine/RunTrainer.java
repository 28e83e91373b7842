package org.etascope.experiments.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.etascope.core.ensemble.EnsembleTrainer;
import org.etascope.core.ensemble.TiledBackpropagation;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Workspaces;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunSpec;
import org.etascope.experiments.plan.EvidenceSelection;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.StoredRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains runs on one thread in the fastest way there is: those that are alike side by side in the
 * lanes of SIMD registers, large ones one after the other in tiles, and all in scalars where the
 * Java machine has no SIMD. The results are the same to the last bit.
 */
final class RunTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(RunTrainer.class);

  private final SweepPlan plan;
  private final BooleanSupplier stopped;
  private final Consumer<StoredRun> results;
  private final boolean explained;
  private final boolean lanes;
  private final Workspaces workspaces;
  private Optional<EnsembleTrainer> ensemble = Optional.empty();

  /**
   * Makes a trainer.
   *
   * @param lanes whether the Java machine has SIMD lanes
   * @param stopped tells whether no more runs are to begin
   * @param results is handed each result as soon as it is there
   */
  RunTrainer(SweepPlan plan, boolean lanes, BooleanSupplier stopped, Consumer<StoredRun> results) {
    this.plan = plan;
    this.lanes = lanes;
    this.stopped = stopped;
    this.results = results;
    this.explained = plan.evidence() == EvidenceSelection.ALL;
    this.workspaces = lanes ? TiledBackpropagation::new : Backpropagation::new;
  }

  /** Returns how many runs like one are trained at once, given whether there are SIMD lanes. */
  static int atOnce(RunSpec run, boolean lanes) {
    return lanes && EnsembleTrainer.fits(run) ? EnsembleTrainer.lanes() : 1;
  }

  private record Planned(int ordinal, RunSpec spec) {}

  /** Trains the runs of some ordinals, unless it is stopped before. */
  void train(int[] ordinals) {
    List<Planned> left = new ArrayList<>();
    for (int ordinal : ordinals) {
      left.add(new Planned(ordinal, plan.run(ordinal)));
    }
    while (!left.isEmpty()) {
      RunSpec first = left.get(0).spec();
      if (atOnce(first, lanes) > 1) {
        left = trainAlike(first, left);
      } else {
        trainAlone(left.get(0));
        left = left.subList(1, left.size());
      }
    }
  }

  /** Trains all runs that are like one, and returns the others. */
  private List<Planned> trainAlike(RunSpec like, List<Planned> runs) {
    List<Planned> alike = new ArrayList<>();
    List<Planned> others = new ArrayList<>();
    EnsembleTrainer trainer =
        ensemble
            .filter(last -> last.takes(like))
            .orElseGet(() -> new EnsembleTrainer(like, explained));
    ensemble = Optional.of(trainer);
    for (Planned run : runs) {
      (trainer.takes(run.spec()) ? alike : others).add(run);
    }
    BitSet done = new BitSet();
    try {
      trainer.train(
          alike.stream().map(Planned::spec).toList(),
          stopped,
          (result, place) -> {
            deliver(alike.get(place), result);
            done.set(place);
          });
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.info("runs from {} on are trained one by one", alike.get(0).ordinal(), e);
      ensemble = Optional.empty();
      IntStream.range(0, alike.size())
          .filter(place -> !done.get(place))
          .forEach(place -> trainAlone(alike.get(place)));
    }
    return others;
  }

  /** A run that throws, overflows the stack or runs out of memory is recorded; the others go on. */
  private void trainAlone(Planned run) {
    if (!stopped.getAsBoolean()) {
      deliver(run, alone(run));
    }
  }

  private RunResult alone(Planned run) {
    try {
      return RunResult.of(run.spec(), workspaces, explained);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.info("run {} could not be executed", run.ordinal(), e);
      return new RunResult(run.spec(), new Failed(e.toString().lines().findFirst().orElseThrow()));
    }
  }

  private void deliver(Planned run, RunResult result) {
    results.accept(new StoredRun(run.ordinal(), 0, result));
  }
}
