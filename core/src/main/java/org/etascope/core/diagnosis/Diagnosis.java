package org.etascope.core.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.training.Step;
import org.etascope.core.training.StepRecorder;

/**
 * What became of a run that was executed.
 *
 * @param increases how many steps have a loss that is higher than the one before
 * @param first the first increase, if there is one
 * @param maxRelativeIncrease the largest (L_{t+1} - L_t) / L_t among the increases, if there is one
 * @param dead whether every output's ReLU was off on all points at the last recorded step
 */
public record Diagnosis(
    int increases, Optional<LossIncrease> first, OptionalDouble maxRelativeIncrease, boolean dead) {

  /** Judges a run while it is trained. */
  public static final class Recorder implements StepRecorder {
    private int increases;
    private Optional<LossIncrease> first = Optional.empty();
    private OptionalDouble maxRelativeIncrease = OptionalDouble.empty();
    private boolean dead;
    private double before = Double.NaN;

    @Override
    public void record(Step step) {
      if (step.index() > 0 && IncreaseRule.isIncrease(before, step.loss())) {
        LossIncrease increase = new LossIncrease(step.index(), before, step.loss());
        increases++;
        first = first.or(() -> Optional.of(increase));
        maxRelativeIncrease =
            OptionalDouble.of(Math.max(maxRelativeIncrease.orElse(0), increase.relative()));
      }
      before = step.loss();
      dead = step.network().outputsDead();
    }

    /** Returns the judgement over the steps recorded so far. */
    public Diagnosis diagnosis() {
      return new Diagnosis(increases, first, maxRelativeIncrease, dead);
    }
  }
}
