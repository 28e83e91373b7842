package org.etascope.core.training;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.etascope.core.network.Loss;

/**
 * How a network is trained.
 *
 * @param loss what is minimised
 * @param optimizer how parameters are updated
 * @param steps T, how many updates are applied, from 1
 * @param schedule how eta changes from update to update
 * @param weightDecay lambda, finite, from 0: every gradient becomes g + lambda theta
 * @param clipNorm the largest norm of a gradient, above 0, if it is limited
 * @param batch how many points a mini-batch has, from 1; empty for all points at once
 * @param lossBelow training stops at a recorded loss below this, if it is given
 */
public record TrainingSpec(
    Loss loss,
    Optimizer optimizer,
    int steps,
    Schedule schedule,
    double weightDecay,
    OptionalDouble clipNorm,
    OptionalInt batch,
    OptionalDouble lossBelow) {
  /**
   * What clipping adds to the norm of a gradient before it divides by it, as in {@code
   * torch.nn.utils.clip_grad_norm_}: it keeps the quotient finite.
   */
  public static final double CLIP_EPSILON = 1e-6;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if there is less than one step, or a number is out of its
   *     range
   */
  public TrainingSpec {
    Require.count("steps", steps);
    Require.notNegative("weight_decay", weightDecay);
    clipNorm.ifPresent(norm -> Require.positive("clip_norm", norm));
    batch.ifPresent(size -> Require.count("batch", size));
    lossBelow.ifPresent(bound -> Require.positive("loss_below", bound));
  }

  /**
   * Makes a training on all points at once, at a constant eta, to the last step.
   *
   * @throws IllegalArgumentException if there is less than one step
   */
  public TrainingSpec(Loss loss, Optimizer optimizer, int steps) {
    this(
        loss,
        optimizer,
        steps,
        new Schedule.Constant(),
        0.0,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty());
  }

  /** Returns the same training with another optimizer. */
  public TrainingSpec withOptimizer(Optimizer other) {
    return new TrainingSpec(loss, other, steps, schedule, weightDecay, clipNorm, batch, lossBelow);
  }

  /** Returns the same training with another schedule. */
  public TrainingSpec withSchedule(Schedule other) {
    return new TrainingSpec(loss, optimizer, steps, other, weightDecay, clipNorm, batch, lossBelow);
  }

  /** Returns the same training with weight decay. */
  public TrainingSpec withWeightDecay(double lambda) {
    return new TrainingSpec(loss, optimizer, steps, schedule, lambda, clipNorm, batch, lossBelow);
  }

  /** Returns the same training with a limit on the norm of gradients. */
  public TrainingSpec withClipNorm(double largest) {
    return new TrainingSpec(
        loss,
        optimizer,
        steps,
        schedule,
        weightDecay,
        OptionalDouble.of(largest),
        batch,
        lossBelow);
  }

  /** Returns the same training in mini-batches. */
  public TrainingSpec withBatch(int points) {
    return new TrainingSpec(
        loss, optimizer, steps, schedule, weightDecay, clipNorm, OptionalInt.of(points), lossBelow);
  }

  /** Returns the same training, stopped at the first recorded loss below a bound. */
  public TrainingSpec withLossBelow(double bound) {
    return new TrainingSpec(
        loss, optimizer, steps, schedule, weightDecay, clipNorm, batch, OptionalDouble.of(bound));
  }

  /** Returns the eta in force at an update, from 0. */
  public double etaAt(int update) {
    return schedule.eta(optimizer.eta(), update, steps);
  }

  /** Returns the eta in force at the first update after a recorded row, from 0. */
  public double etaOfRow(int row, int points) {
    return etaAt(row * updatesARow(points));
  }

  /** Returns how many updates lie between two recorded rows: one, or the batches of an epoch. */
  public int updatesARow(int points) {
    return batch.isPresent() ? ceilDiv(points, batch.getAsInt()) : 1;
  }

  /** Returns how many rows are recorded, unless the training stops before. */
  public int rows(int points) {
    return ceilDiv(steps, updatesARow(points));
  }

  /**
   * Returns whether every update is theta - (eta g) with the gradient g of the loss over all
   * points, which is what theory about learning rates mostly speaks of.
   */
  public boolean isGradientDescent() {
    return optimizer instanceof GradientDescent
        && weightDecay == 0
        && clipNorm.isEmpty()
        && batch.isEmpty();
  }

  /** Returns whether training ends at a recorded loss: it is not finite, or below the bound. */
  public boolean endsAt(double recorded) {
    return !Double.isFinite(recorded) || recorded < lossBelow.orElse(Double.NEGATIVE_INFINITY);
  }

  private static int ceilDiv(int dividend, int divisor) {
    return Math.floorDiv(dividend - 1, divisor) + 1;
  }
}
