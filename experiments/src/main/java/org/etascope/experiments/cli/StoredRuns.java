package org.etascope.experiments.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.ResultStore;
import org.etascope.experiments.store.StoredRun;
import org.etascope.reporting.summary.Runs;
import org.etascope.reporting.summary.SweepRun;

/**
 * The runs of a store as reports name them. Several threads read and decode them.
 *
 * @param store where they are
 * @param plan the plan they belong to
 * @param results what reports are to know of each; asked by several threads
 */
record StoredRuns(ResultStore store, SweepPlan plan, Function<StoredRun, RunResult> results)
    implements Runs {
  /** What the runs of a part take in the store; several parts are in memory at a time. */
  private static final long BYTES_A_PART = 1 << 18;

  @Override
  public Stream<SweepRun> stream() {
    return store.runs(plan::run).map(this::named);
  }

  @Override
  public <T> void inParts(Function<List<SweepRun>, T> work, Consumer<T> next) {
    store.read(
        plan::run,
        (int) Math.max(1, BYTES_A_PART / Math.max(1, plan.storeBytes() / plan.size())),
        runs -> work.apply(runs.stream().map(this::named).toList()),
        next);
  }

  /** Returns a run as reports name it. */
  SweepRun named(StoredRun run) {
    return new SweepRun(
        run.name(),
        plan.conditions(run.combination()),
        plan.settings(run.combination()),
        results.apply(run));
  }
}
