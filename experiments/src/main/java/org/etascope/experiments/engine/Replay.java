package org.etascope.experiments.engine;

import org.etascope.core.ensemble.EnsembleTrainer;
import org.etascope.core.ensemble.TiledBackpropagation;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Workspaces;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;

/** Trains a single run, in tiles where the Java machine has SIMD. */
public final class Replay {
  private static final Workspaces WORKSPACES =
      EnsembleTrainer.isAvailable() ? TiledBackpropagation::new : Backpropagation::new;

  private Replay() {}

  /** Returns a run's result with the evidence of its first increase, the same however it came. */
  public static RunResult explained(RunSpec spec) {
    return of(spec, true);
  }

  static RunResult of(RunSpec spec, boolean explained) {
    return RunResult.of(spec, WORKSPACES, explained);
  }
}
