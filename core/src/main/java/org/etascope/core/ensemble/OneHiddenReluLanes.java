package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.load;
import static org.etascope.core.ensemble.Lanes.set;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/**
 * The network that most sweeps are about: one feature, k ReLU neurons with biases, one ReLU or
 * identity output, half mean squared error.
 *
 * <pre>
 *   z_j = w0_j x + b0_j     a_j = relu(z_j)      yhat = f((w1_0 a_0 + w1_1 a_1 + ...) + b1)
 *   dz = (yhat - y) f'      dw1_j = mean(dz a_j)         db1 = mean(dz)
 *   dz_j = w1_j dz relu'    dw0_j = mean(dz_j x)         db0_j = mean(dz_j)
 * </pre>
 *
 * <p>Every sum of a neuron stays in a register while the points pass by. Activations are kept for
 * the way back where the first-level cache has room for all of them; where it has not, to compute
 * them again costs less than to store and load them.
 */
final class OneHiddenReluLanes extends LaneBackpropagation {
  /** How many bytes of activations fit a cache of 32 KiB beside all else that a pass touches. */
  private static final int CACHED_BYTES = 24 << 10;

  private final int neurons;
  private final boolean reluOutput;
  private final HalfMseOutput halfMse;
  private final int points;
  private final double[] x;
  private final double[] y;

  /** Whether activations are kept, and if so, a_j of each point, neuron by neuron. */
  private final boolean keeping;

  private final double[] activations;

  /** For each point, first sum_j w1_j a_j, then dz. */
  private final double[] output;

  /** For each point, sum_j w1_j a_j on branches chosen elsewhere. */
  private final double[] frozenOutput;

  OneHiddenReluLanes(Architecture architecture, Dataset data) {
    this.neurons = architecture.neurons(0);
    this.reluOutput = architecture.activation(1) == Activation.RELU;
    this.halfMse = new HalfMseOutput(architecture, data);
    this.points = data.points();
    this.x = data.featureValues();
    this.y = data.targetValues();
    long kept = (long) neurons * points;
    this.keeping = kept * Lanes.COUNT * Double.BYTES <= CACHED_BYTES;
    this.activations = Lanes.registers(keeping ? (int) kept : 0);
    this.output = Lanes.registers(points);
    this.frozenOutput = Lanes.registers(points);
  }

  /** Returns whether a network is of this kind. */
  static boolean fits(Architecture architecture, Loss loss) {
    return architecture.isOneHiddenRelu() && loss == Loss.HALF_MSE;
  }

  private int w0(int j) {
    return j;
  }

  private int b0(int j) {
    return neurons + j;
  }

  private int w1(int j) {
    return 2 * neurons + j;
  }

  private int b1() {
    return 3 * neurons;
  }

  @Override
  void pass(double[] theta, double[] gradient, double[] loss) {
    forward(theta);
    outputs(theta, gradient, loss);
    for (int j = 0; j < neurons; j++) {
      backward(j, theta, gradient);
    }
  }

  private void forward(double[] theta) {
    int j = 0;
    for (; j + 4 <= neurons; j += 4) {
      addFour(j, theta);
    }
    for (; j < neurons; j++) {
      addOne(j, theta);
    }
  }

  /** output_p = output_p + w1_j relu(w0_j x_p + b0_j), for four neurons in order. */
  private void addFour(int j, double[] theta) {
    DoubleVector wA = get(theta, w0(j));
    DoubleVector wB = get(theta, w0(j + 1));
    DoubleVector wC = get(theta, w0(j + 2));
    DoubleVector wD = get(theta, w0(j + 3));
    DoubleVector bA = get(theta, b0(j));
    DoubleVector bB = get(theta, b0(j + 1));
    DoubleVector bC = get(theta, b0(j + 2));
    DoubleVector bD = get(theta, b0(j + 3));
    DoubleVector vA = get(theta, w1(j));
    DoubleVector vB = get(theta, w1(j + 1));
    DoubleVector vC = get(theta, w1(j + 2));
    DoubleVector vD = get(theta, w1(j + 3));
    for (int p = 0; p < points; p++) {
      DoubleVector xp = all(x[p]);
      DoubleVector aA = relu(wA.mul(xp).add(bA));
      DoubleVector aB = relu(wB.mul(xp).add(bB));
      DoubleVector aC = relu(wC.mul(xp).add(bC));
      DoubleVector aD = relu(wD.mul(xp).add(bD));
      keep(j, p, aA);
      keep(j + 1, p, aB);
      keep(j + 2, p, aC);
      keep(j + 3, p, aD);
      DoubleVector first = vA.mul(aA);
      DoubleVector sum = j == 0 ? first : get(output, p).add(first);
      set(output, p, sum.add(vB.mul(aB)).add(vC.mul(aC)).add(vD.mul(aD)));
    }
  }

  /** output_p = output_p + w1_j relu(w0_j x_p + b0_j). */
  private void addOne(int j, double[] theta) {
    DoubleVector w = get(theta, w0(j));
    DoubleVector b = get(theta, b0(j));
    DoubleVector v = get(theta, w1(j));
    for (int p = 0; p < points; p++) {
      DoubleVector xp = all(x[p]);
      DoubleVector a = relu(w.mul(xp).add(b));
      keep(j, p, a);
      DoubleVector product = v.mul(a);
      set(output, p, j == 0 ? product : get(output, p).add(product));
    }
  }

  private void keep(int j, int p, DoubleVector a) {
    if (keeping) {
      set(activations, j * points + p, a);
    }
  }

  /** L = mean((yhat - y)^2 / 2), dz = (yhat - y) f'(z), db1 = mean(dz). */
  private void outputs(double[] theta, double[] gradient, double[] loss) {
    int b1 = b1();
    set(loss, 0, ZERO);
    set(gradient, b1, ZERO);
    halfMse.pass(output, output, 0, points, theta, b1, gradient, loss);
    divide(loss, points);
    set(gradient, b1, get(gradient, b1).div(points));
  }

  /** dw1_j = mean(dz a_j), dz_j = w1_j dz relu'(z_j), dw0_j = mean(dz_j x), db0_j = mean(dz_j). */
  private void backward(int j, double[] theta, double[] gradient) {
    int atW = w0(j) * Lanes.COUNT;
    int atB = b0(j) * Lanes.COUNT;
    int atV = w1(j) * Lanes.COUNT;
    DoubleVector w = load(theta, atW);
    DoubleVector b = load(theta, atB);
    DoubleVector v = load(theta, atV);
    DoubleVector m = all(points);
    DoubleVector zero = all(0);
    DoubleVector dw = zero;
    DoubleVector db = zero;
    DoubleVector dv = zero;
    for (int p = 0; p < points; p++) {
      DoubleVector xp = all(x[p]);
      DoubleVector dz = get(output, p);
      DoubleVector a = keeping ? get(activations, j * points + p) : relu(w.mul(xp).add(b));
      dv = dv.add(dz.mul(a));
      DoubleVector dzj = zero.blend(v.mul(dz), a.compare(GT, zero));
      dw = dw.add(dzj.mul(xp));
      db = db.add(dzj);
    }
    dw.div(m).intoArray(gradient, atW);
    db.div(m).intoArray(gradient, atB);
    dv.div(m).intoArray(gradient, atV);
  }

  /**
   * Computes the loss of every run with each ReLU on the branch that it takes at other parameters.
   *
   * @param masks the parameters that choose the branches, P registers
   * @param theta the parameters at which the loss is taken, P registers
   * @param loss receives the losses, one register
   */
  void frozenLoss(double[] masks, double[] theta, double[] loss) {
    for (int j = 0; j < neurons; j++) {
      addFrozen(j, masks, theta);
    }
    DoubleVector maskBias = get(masks, b1());
    DoubleVector bias = get(theta, b1());
    DoubleVector zero = all(0);
    DoubleVector losses = zero;
    for (int p = 0; p < points; p++) {
      DoubleVector z = get(frozenOutput, p).add(bias);
      DoubleVector mask = get(output, p).add(maskBias);
      DoubleVector prediction = reluOutput ? zero.blend(z, mask.compare(GT, zero)) : z;
      DoubleVector r = prediction.sub(y[p]);
      losses = losses.add(r.mul(r).mul(0.5));
    }
    set(loss, 0, losses.div(points));
  }

  /** Adds a neuron's w1_j a_j where the branches are chosen, and on those branches at theta. */
  private void addFrozen(int j, double[] masks, double[] theta) {
    DoubleVector maskW = get(masks, w0(j));
    DoubleVector maskB = get(masks, b0(j));
    DoubleVector maskV = get(masks, w1(j));
    DoubleVector w = get(theta, w0(j));
    DoubleVector b = get(theta, b0(j));
    DoubleVector v = get(theta, w1(j));
    DoubleVector zero = all(0);
    for (int p = 0; p < points; p++) {
      DoubleVector xp = all(x[p]);
      DoubleVector mask = maskW.mul(xp).add(maskB);
      DoubleVector maskProduct = maskV.mul(relu(mask));
      set(output, p, j == 0 ? maskProduct : get(output, p).add(maskProduct));
      DoubleVector z = w.mul(xp).add(b);
      DoubleVector product = v.mul(zero.blend(z, mask.compare(GT, zero)));
      set(frozenOutput, p, j == 0 ? product : get(frozenOutput, p).add(product));
    }
  }

  @Override
  void findDead(double[] theta, int[] deadNeurons, boolean[] outputsDead) {
    double[] alive = Lanes.registers(1);
    Arrays.fill(deadNeurons, 0);
    for (int j = 0; j < neurons; j++) {
      set(alive, 0, alive(get(theta, w0(j)), get(theta, b0(j))));
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        deadNeurons[lane] += alive[lane] == 0 ? 1 : 0;
      }
    }
    forward(theta);
    set(alive, 0, outputAlive(get(theta, b1())));
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      outputsDead[lane] = reluOutput && alive[lane] == 0;
    }
  }

  /** 1 where a neuron's z is anything but <= 0 on some point, else 0. */
  private DoubleVector alive(DoubleVector w, DoubleVector b) {
    DoubleVector alive = all(0);
    for (double xp : x) {
      alive = all(1).blend(alive, w.mul(all(xp)).add(b).compare(LE, 0.0));
    }
    return alive;
  }

  /** The same for the output, behind the forward pass. */
  private DoubleVector outputAlive(DoubleVector b) {
    DoubleVector alive = all(0);
    for (int p = 0; p < points; p++) {
      alive = all(1).blend(alive, get(output, p).add(b).compare(LE, 0.0));
    }
    return alive;
  }

  /** relu(z) = 0 where z <= 0, else z, which may be NaN. */
  private static DoubleVector relu(DoubleVector z) {
    return z.blend(0.0, z.compare(LE, 0.0));
  }
}
