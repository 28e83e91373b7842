package org.etascope.experiments.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.etascope.core.run.Numerics;
import org.etascope.core.run.RunResult;
import org.etascope.experiments.config.Axis;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepConfig;
import org.etascope.experiments.config.SweepYaml;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.DamagedResultsException;
import org.etascope.experiments.store.ResultStore;
import org.etascope.experiments.store.StoredRun;
import org.etascope.experiments.store.StoredSweep;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;

/**
 * The results of a sweep, opened, with the plan that their own config and data make.
 *
 * @param folder the sweep's folder
 * @param store its results
 * @param stored what the store says of the sweep
 * @param config the stored config
 * @param plan its runs
 */
record OpenSweep(
    Path folder, ResultStore store, StoredSweep stored, SweepConfig config, SweepPlan plan)
    implements AutoCloseable {

  /** Opens results to read them, also while another process adds to them. */
  static OpenSweep reading(Path folder) throws UsageException {
    requireResults(folder);
    return of(folder, ResultStore.openForReading(folder));
  }

  /** Verifies every page of the results, which a command does at most once: it takes a while. */
  OpenSweep verified() {
    try {
      store.verify();
      return this;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  static void requireResults(Path folder) throws UsageException {
    if (!ResultStore.exists(folder)) {
      throw new UsageException(
          "%s holds no results; it should be a folder that './etascope run' made, such as results/one-galaxy"
              .formatted(folder));
    }
  }

  static OpenSweep of(Path folder, ResultStore store) {
    try {
      StoredSweep stored = store.sweep();
      if (stored.numericsVersion() != Numerics.VERSION) {
        throw new DamagedResultsException(
            folder.resolve(ResultStore.FILE),
            "made with numerics version %d, this Etascope has %d"
                .formatted(stored.numericsVersion(), Numerics.VERSION));
      }
      SweepConfig config = SweepYaml.parse(stored.config(), ResultStore.FILE);
      SweepPlan plan = SweepPlan.of(config, stored.data(), stored.validation());
      return new OpenSweep(folder, store, stored, config, plan);
    } catch (ConfigException | IllegalArgumentException e) {
      store.close();
      throw new DamagedResultsException(
          folder.resolve(ResultStore.FILE),
          "the config it holds cannot be read, " + e.getMessage(),
          e);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Returns whether runs of the same place have the same eta, neurons, seed and settings. */
  boolean runsInStepWith(OpenSweep other) {
    return config.axes().equals(other.config.axes())
        && config.network().hidden().equals(other.config.network().hidden());
  }

  /** Returns the sweep as it is stored, with whatever evidence is there. */
  Sweep sweep() {
    return sweep(StoredRun::result);
  }

  /** Returns the sweep as its report sees it, with the evidence that its config asks for. */
  Sweep reportedSweep() {
    return sweep(ReportedEvidence.of(plan, store)::of);
  }

  private Sweep sweep(Function<StoredRun, RunResult> results) {
    return new Sweep(
        config.name(),
        config.description(),
        plan.data(),
        config.settingAxes().stream().map(Axis.Setting::path).toList(),
        plan::count,
        plan.traces(),
        plan.steps(),
        plan.sharpness(),
        config.expectations(),
        new Provenance(
            stored.etascopeVersion(),
            stored.numericsVersion(),
            stored.canonicalSha256(),
            stored.data().sha256()),
        new StoredRuns(store, plan, results));
  }

  /** Returns a stored run as reports name it. */
  SweepRun sweepRun(StoredRun run) {
    return new StoredRuns(store, plan, StoredRun::result).named(run);
  }

  @Override
  public void close() {
    store.close();
  }
}
