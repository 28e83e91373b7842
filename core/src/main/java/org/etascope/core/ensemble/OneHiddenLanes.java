package org.etascope.core.ensemble;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static org.etascope.core.ensemble.Lanes.COUNT;
import static org.etascope.core.ensemble.Lanes.SPECIES;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;

/**
 * The next of kin of {@link OneHiddenReluLanes}: one feature, k neurons and one output with biases,
 * any activations f and g, any loss l.
 *
 * <pre>
 *   z_j = w0_j x + b0_j      a_j = f(z_j)      z = ((w1_0 a_0 + w1_1 a_1) + ...) + b1      yhat = g(z)
 *   dz = l'(yhat, y) g'(z)   dw1_j = mean(dz a_j)         db1 = mean(dz)
 *   dz_j = w1_j dz f'(z_j)   dw0_j = mean(dz_j x)         db0_j = mean(dz_j)
 * </pre>
 *
 * <p>A block of points passes at a time, so that a_j and f'(z_j) are still in the first-level cache
 * on the way back; every sum of a neuron stays in a register while they pass. Time goes into loads
 * and stores more than into arithmetic, so that dz_j is not stored.
 *
 * <p>What is last to be inlined into {@link #pass} sums by the Vector API alone, for the reason
 * that {@link LaneProduct} gives.
 */
final class OneHiddenLanes extends LaneBackpropagation {
  /** How many a_j a block has, and as many f'(z_j), while its points are not too few: 12 KiB. */
  private static final int BLOCK_REGISTERS = 192;

  /** Loops over fewer points cost more than a larger cache does. */
  private static final int FEWEST_POINTS = 4;

  private final int neurons;
  private final LaneActivation hidden;
  private final LaneOutput output;
  private final boolean reluHidden;
  private final boolean reluOutput;
  private final int points;
  private final int block;
  private final double[] x;

  /** z_j, then f'(z_j), and a_j of the block at hand, neurons x its points. */
  private final double[] hiddenZ;

  private final double[] hiddenA;

  /** z without its bias and dz of each of its points. */
  private final double[] z;

  private final double[] dz;
  private final double[] spare;

  OneHiddenLanes(Architecture architecture, Dataset data, Loss loss) {
    this.neurons = architecture.neurons(0);
    this.hidden = LaneActivation.of(architecture.activation(0));
    this.reluHidden = architecture.activation(0) == Activation.RELU;
    this.reluOutput = architecture.activation(1) == Activation.RELU;
    this.points = data.points();
    int mostPoints = Math.max(FEWEST_POINTS, BLOCK_REGISTERS / neurons);
    int blocks = (points + mostPoints - 1) / mostPoints;
    this.block = (points + blocks - 1) / blocks;
    this.x = data.featureValues();
    this.hiddenZ = Lanes.registers(Math.multiplyExact(neurons, block));
    this.hiddenA = new double[hiddenZ.length];
    this.z = Lanes.registers(block);
    this.dz = Lanes.registers(block);
    this.output = LaneOutput.of(architecture, data, loss, block);
    this.spare = LaneFunction.spare(hiddenZ.length);
  }

  /** Returns whether a network is of this kind. */
  static boolean fits(Architecture architecture) {
    return architecture.layers() == 2
        && architecture.inputs() == 1
        && architecture.outputs() == 1
        && architecture.bias();
  }

  /** Returns how many points the block has that begins with a point. */
  private int size(int first) {
    return Math.min(block, points - first);
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
  void pass(double[] theta, double[] gradient, double[] mean) {
    Arrays.fill(gradient, 0);
    Arrays.fill(mean, 0);
    for (int first = 0; first < points; first += block) {
      int size = size(first);
      forward(theta, first, size);
      output.pass(z, dz, first, size, theta, b1(), gradient, mean);
      int j = 0;
      for (; j + 2 <= neurons; j += 2) {
        backwardTwo(j, theta, gradient, first, size);
      }
      if (j < neurons) {
        backwardOne(j, theta, gradient, first, size);
      }
    }
    divide(gradient, points);
    divide(mean, points);
  }

  private void forward(double[] theta, int first, int size) {
    for (int j = 0; j < neurons; j++) {
      combine(j, theta, first, size);
    }
    hidden.valuesAndSlopes(hiddenZ, hiddenA, 0, neurons * size * COUNT, spare);
    int j = 0;
    for (; j + 4 <= neurons; j += 4) {
      addFour(j, theta, size);
    }
    for (; j < neurons; j++) {
      addOne(j, theta, size);
    }
  }

  /** z_j = w0_j x + b0_j. */
  private void combine(int j, double[] theta, int first, int size) {
    int row = j * size;
    DoubleVector w = get(theta, w0(j));
    DoubleVector b = get(theta, b0(j));
    for (int p = 0; p < size; p++) {
      set(hiddenZ, row + p, w.mul(all(x[first + p])).add(b));
    }
  }

  /** z = z + w1_j a_j, for four neurons in order. */
  private void addFour(int j, double[] theta, int size) {
    int rowA = j * size;
    int rowB = rowA + size;
    int rowC = rowB + size;
    int rowD = rowC + size;
    DoubleVector vA = get(theta, w1(j));
    DoubleVector vB = get(theta, w1(j + 1));
    DoubleVector vC = get(theta, w1(j + 2));
    DoubleVector vD = get(theta, w1(j + 3));
    for (int p = 0; p < size; p++) {
      DoubleVector first = vA.mul(get(hiddenA, rowA + p));
      DoubleVector sum = j == 0 ? first : get(z, p).add(first);
      sum = sum.add(vB.mul(get(hiddenA, rowB + p)));
      sum = sum.add(vC.mul(get(hiddenA, rowC + p)));
      sum = sum.add(vD.mul(get(hiddenA, rowD + p)));
      set(z, p, sum);
    }
  }

  /** z = z + w1_j a_j. */
  private void addOne(int j, double[] theta, int size) {
    int row = j * size;
    DoubleVector v = get(theta, w1(j));
    for (int p = 0; p < size; p++) {
      DoubleVector product = v.mul(get(hiddenA, row + p));
      set(z, p, j == 0 ? product : get(z, p).add(product));
    }
  }

  /**
   * dw1_j = mean(dz a_j), dz_j = w1_j dz f'(z_j), dw0_j = mean(dz_j x), db0_j = mean(dz_j), the
   * divisions left to the end, for two neurons, as a sum waits for its last addition. A ReLU that
   * is off makes 0 even of infinities, as no product does.
   */
  private void backwardTwo(int j, double[] theta, double[] gradient, int first, int size) {
    int w0 = w0(j) * COUNT;
    int b0 = b0(j) * COUNT;
    int w1 = w1(j) * COUNT;
    DoubleVector vA = fromArray(SPECIES, theta, w1);
    DoubleVector dwA = fromArray(SPECIES, gradient, w0);
    DoubleVector dbA = fromArray(SPECIES, gradient, b0);
    DoubleVector dvA = fromArray(SPECIES, gradient, w1);
    DoubleVector vB = fromArray(SPECIES, theta, w1 + COUNT);
    DoubleVector dwB = fromArray(SPECIES, gradient, w0 + COUNT);
    DoubleVector dbB = fromArray(SPECIES, gradient, b0 + COUNT);
    DoubleVector dvB = fromArray(SPECIES, gradient, w1 + COUNT);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int p = 0; p < size; p++) {
      int atA = (j * size + p) * COUNT;
      int atB = atA + size * COUNT;
      DoubleVector dzp = fromArray(SPECIES, dz, p * COUNT);
      DoubleVector xp = broadcast(SPECIES, x[first + p]);
      DoubleVector slopeA = fromArray(SPECIES, hiddenZ, atA);
      DoubleVector slopeB = fromArray(SPECIES, hiddenZ, atB);
      dvA = dvA.add(dzp.mul(fromArray(SPECIES, hiddenA, atA)));
      dvB = dvB.add(dzp.mul(fromArray(SPECIES, hiddenA, atB)));
      DoubleVector daA = vA.mul(dzp);
      DoubleVector daB = vB.mul(dzp);
      DoubleVector dzA = reluHidden ? zero.blend(daA, slopeA.compare(GT, zero)) : daA.mul(slopeA);
      DoubleVector dzB = reluHidden ? zero.blend(daB, slopeB.compare(GT, zero)) : daB.mul(slopeB);
      dwA = dwA.add(dzA.mul(xp));
      dbA = dbA.add(dzA);
      dwB = dwB.add(dzB.mul(xp));
      dbB = dbB.add(dzB);
    }
    dwA.intoArray(gradient, w0);
    dbA.intoArray(gradient, b0);
    dvA.intoArray(gradient, w1);
    dwB.intoArray(gradient, w0 + COUNT);
    dbB.intoArray(gradient, b0 + COUNT);
    dvB.intoArray(gradient, w1 + COUNT);
  }

  /** The same for one neuron. */
  private void backwardOne(int j, double[] theta, double[] gradient, int first, int size) {
    int w0 = w0(j) * COUNT;
    int b0 = b0(j) * COUNT;
    int w1 = w1(j) * COUNT;
    DoubleVector v = fromArray(SPECIES, theta, w1);
    DoubleVector dw = fromArray(SPECIES, gradient, w0);
    DoubleVector db = fromArray(SPECIES, gradient, b0);
    DoubleVector dv = fromArray(SPECIES, gradient, w1);
    DoubleVector zero = broadcast(SPECIES, 0);
    for (int p = 0; p < size; p++) {
      int at = (j * size + p) * COUNT;
      DoubleVector dzp = fromArray(SPECIES, dz, p * COUNT);
      dv = dv.add(dzp.mul(fromArray(SPECIES, hiddenA, at)));
      DoubleVector da = v.mul(dzp);
      DoubleVector slope = fromArray(SPECIES, hiddenZ, at);
      DoubleVector dzj = reluHidden ? zero.blend(da, slope.compare(GT, zero)) : da.mul(slope);
      dw = dw.add(dzj.mul(broadcast(SPECIES, x[first + p])));
      db = db.add(dzj);
    }
    dw.intoArray(gradient, w0);
    db.intoArray(gradient, b0);
    dv.intoArray(gradient, w1);
  }

  @Override
  void findDead(double[] theta, int[] deadNeurons, boolean[] outputsDead) {
    Arrays.fill(deadNeurons, 0);
    Arrays.fill(outputsDead, false);
    if (reluHidden || reluOutput) {
      double[] alive = findAlive(theta);
      for (int lane = 0; lane < COUNT; lane++) {
        for (int j = 0; j < neurons; j++) {
          deadNeurons[lane] += reluHidden && alive[j * COUNT + lane] == 0 ? 1 : 0;
        }
        outputsDead[lane] = reluOutput && alive[neurons * COUNT + lane] == 0;
      }
    }
  }

  /**
   * Returns a register for each neuron and then the output: 1 where it is alive, else 0. Only ReLUs
   * can be dead, and those keep z in the place of their slopes.
   */
  private double[] findAlive(double[] theta) {
    double[] alive = Lanes.registers(neurons + 1);
    for (int first = 0; first < points; first += block) {
      int size = size(first);
      forward(theta, first, size);
      for (int j = 0; j < neurons; j++) {
        markAlive(hiddenZ, j * size, size, alive, j);
      }
      addBias(z, 0, size, theta, b1());
      markAlive(z, 0, size, alive, neurons);
    }
    return alive;
  }
}
