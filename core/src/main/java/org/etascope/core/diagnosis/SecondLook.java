package org.etascope.core.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.TrainingSpec;

/**
 * A closer look at the parameters that were kept of a run, and at a replay where they were not.
 *
 * @param training how the run was trained
 * @param judge a workspace for its network, data and loss
 * @param kept its parameters at some steps
 * @param last the last step
 * @param lastTheta its parameters there
 * @param replay trains it again
 */
record SecondLook(
    TrainingSpec training,
    IncreaseJudge judge,
    KeptSteps kept,
    int last,
    Supplier<Parameters> lastTheta,
    Replay replay)
    implements CloserLook {
  @Override
  public EtaLambda etaLambda(int... steps) {
    return new Places(steps, thetas(steps));
  }

  private List<Parameters> thetas(int... steps) {
    List<Parameters> known =
        IntStream.of(steps).mapToObj(this::kept).flatMap(Optional::stream).toList();
    return known.size() == steps.length ? known : replay.thetas(steps);
  }

  private Optional<Parameters> kept(int step) {
    return step == last ? Optional.of(lastTheta.get()) : kept.at(step);
  }

  @Override
  public Reversals reversals() {
    return replay.reversals();
  }

  private final class Places implements EtaLambda {
    private final int[] steps;
    private final List<Parameters> thetas;
    private final Stability stability = judge.stability();

    Places(int[] steps, List<Parameters> thetas) {
      this.steps = steps;
      this.thetas = thetas;
    }

    private double eta(int k) {
      return training.etaAt(steps[k]);
    }

    @Override
    public Bounds bounds(int k) {
      return stability.bounds(eta(k), thetas.get(k));
    }

    @Override
    public Bounds closeBounds(int k) {
      return stability.closeBounds(eta(k), thetas.get(k));
    }

    @Override
    public boolean isBelow(int k, double limit) {
      return stability.isBelow(eta(k), thetas.get(k), limit);
    }

    @Override
    public boolean isAbove(int k, double limit) {
      return stability.isAbove(eta(k), thetas.get(k), limit);
    }

    @Override
    public double value(int k) {
      return stability.etaLambda(eta(k), thetas.get(k));
    }
  }
}
