package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.COUNT;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/** Any activation under any loss, in loops of their own. */
final class SeparateOutput implements LaneOutput {
  private final LaneActivation activation;
  private final LaneLoss loss;
  private final int block;

  /** y of each block. */
  private final double[][] y;

  /** yhat and l of each point of the block at hand. */
  private final double[] prediction;

  private final double[] losses;
  private final double[] spare;

  SeparateOutput(Architecture architecture, Dataset data, Loss loss, int block) {
    this.activation = LaneActivation.of(architecture.activation(architecture.layers() - 1));
    this.loss = LaneLoss.of(loss);
    this.block = block;
    int points = data.points();
    this.y = new double[(points + block - 1) / block][];
    for (int k = 0; k < y.length; k++) {
      int first = k * block;
      int end = Math.min(first + block, points);
      y[k] = Lanes.broadcast(Arrays.copyOfRange(data.targetValues(), first, end));
    }
    this.prediction = Lanes.registers(block);
    this.losses = Lanes.registers(block);
    this.spare = LaneFunction.spare(prediction.length);
  }

  @Override
  public void pass(
      double[] z,
      double[] dz,
      int first,
      int size,
      double[] theta,
      int bias,
      double[] gradient,
      double[] mean) {
    LaneBackpropagation.addBias(z, 0, size, theta, bias);
    int to = size * COUNT;
    double[] target = y[first / block];
    activation.valuesAndSlopes(z, prediction, 0, to, spare);
    loss.values(prediction, target, losses, 0, to);
    loss.derivatives(prediction, target, dz, 0, to);
    activation.timesSlopes(dz, z, 0, to);
    addUp(losses, size, mean, 0);
    addUp(dz, size, gradient, bias);
  }

  private static void addUp(double[] terms, int size, double[] sums, int k) {
    DoubleVector sum = get(sums, k);
    for (int p = 0; p < size; p++) {
      sum = sum.add(get(terms, p));
    }
    set(sums, k, sum);
  }
}
