package org.etascope.reporting.summary;

import java.util.Optional;
import java.util.OptionalInt;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;

/** What may befall a run at some step. */
public enum Onset {
  /** The loss certainly is higher than at the step before, for the first time. */
  INCREASE {
    @Override
    public OptionalInt step(Trained run) {
      Optional<LossIncrease> first = run.diagnosis().first();
      return first.isPresent() ? OptionalInt.of(first.get().step()) : OptionalInt.empty();
    }
  },
  /** From here to the end of the run, every output's ReLU is off on all points. */
  DEATH {
    @Override
    public OptionalInt step(Trained run) {
      return run.diagnosis().dead()
          ? OptionalInt.of(beginningOfTheEnd(run.losses()))
          : OptionalInt.empty();
    }
  };

  /** Returns the recorded step at which it befell a run, from 0, if it did. */
  public abstract OptionalInt step(Trained run);

  /** The loss of a dead network is that of predicting 0, the same to the last bit. */
  private static int beginningOfTheEnd(LossCurve losses) {
    int step = losses.steps() - 1;
    while (step > 0 && losses.at(step - 1) == losses.last()) {
      step--;
    }
    return step;
  }
}
