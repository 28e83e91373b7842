package org.etascope.core.diagnosis;

import org.etascope.core.training.LossCurve;

/**
 * What the rules of a verdict look at, as far as it was collected while the run was trained.
 *
 * @param losses the loss at every recorded step
 * @param zeroLoss the loss of a network whose outputs are all 0
 * @param gradientDescent whether every update is -eta g, with the gradient over all points
 * @param diagnosis its increases, and what became of the network
 * @param recent the last of its increases
 * @param reversals how often its gradient turned round in the end
 */
record Course(
    LossCurve losses,
    double zeroLoss,
    boolean gradientDescent,
    Diagnosis diagnosis,
    RecentIncreases recent,
    Reversals reversals) {
  /** Returns n, how many transitions there are. */
  int transitions() {
    return losses.steps() - 1;
  }
}
