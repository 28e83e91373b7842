package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/**
 * A ReLU or the identity under half mean squared error, in one loop: l = r^2 / 2 with r = yhat - y,
 * dz = r g'.
 */
final class HalfMseOutput implements LaneOutput {
  private final boolean relu;
  private final double[] y;

  HalfMseOutput(Architecture architecture, Dataset data) {
    this.relu = activation(architecture) == Activation.RELU;
    this.y = data.targetValues();
  }

  /** Returns whether a network of one output ends in this way. */
  static boolean fits(Architecture architecture, Loss loss) {
    Activation g = activation(architecture);
    return loss == Loss.HALF_MSE && (g == Activation.RELU || g == Activation.IDENTITY);
  }

  private static Activation activation(Architecture architecture) {
    return architecture.activation(architecture.layers() - 1);
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
    DoubleVector zero = all(0);
    DoubleVector b = get(theta, bias);
    DoubleVector losses = get(mean, 0);
    DoubleVector db = get(gradient, bias);
    for (int p = 0; p < size; p++) {
      DoubleVector zp = get(z, p).add(b);
      DoubleVector prediction = relu ? zp.blend(0.0, zp.compare(LE, 0.0)) : zp;
      DoubleVector r = prediction.sub(y[first + p]);
      losses = losses.add(r.mul(r).mul(0.5));
      DoubleVector dzp = relu ? zero.blend(r, zp.compare(GT, zero)) : r;
      db = db.add(dzp);
      set(dz, p, dzp);
    }
    set(mean, 0, losses);
    set(gradient, bias, db);
  }
}
