package org.etascope.experiments.engine;

import org.etascope.core.ensemble.EnsembleTrainer;
import org.etascope.core.ensemble.TiledBackpropagation;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Workspaces;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;

/** Trains single runs again, in tiles where the Java machine has SIMD. */
public final class Replay {
  private Replay() {}

  /** Returns a run's result with the evidence of its first increase. */
  public static RunResult explained(RunSpec spec) {
    Workspaces workspaces =
        EnsembleTrainer.isAvailable() ? TiledBackpropagation::new : Backpropagation::new;
    return RunResult.of(spec, workspaces, true);
  }
}
