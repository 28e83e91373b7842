package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Tensor;

/**
 * Any network: its layers one after the other, a block of points at a time so that activations stay
 * in the caches.
 *
 * <pre>
 *   Z_l = W_l A_{l-1} + B_l        A_l = f_l(Z_l)
 *   dW_l = dZ_l A_{l-1}' / M       dB_l = (sum_p dz_p) / M       dZ_{l-1} = (W_l' dZ_l) f'_{l-1}(Z_{l-1})
 * </pre>
 */
final class LayeredLanes extends LaneBackpropagation {
  /**
   * What Z, A and dZ of a block may take together: 192 KiB with 8 lanes, which fit a second-level
   * cache. Sums over more points gain more than a first-level cache would.
   */
  private static final int BLOCK_REGISTERS = 3072;

  private static final LaneMatrix ONES = LaneMatrix.uniform(1);

  private final Architecture architecture;
  private final int last;
  private final int points;
  private final int block;
  private final double terms;
  private final List<Tensor> weights;
  private final List<Tensor> biases;
  private final LaneActivation[] activations;
  private final LaneLoss loss;

  /** X, features x m. */
  private final double[] x;

  /** Y of each block, outputs x points of the block. */
  private final double[][] y;

  /** Z_l or f'_l(Z_l), A_l and dZ_l of the block at hand, n_l x its points. */
  private final double[][] z;

  private final double[][] a;
  private final double[][] dZ;
  private final double[] blockLosses;
  private final double[] spare;

  LayeredLanes(Architecture architecture, Dataset data, Loss loss) {
    this.architecture = architecture;
    this.last = architecture.layers() - 1;
    this.points = data.points();
    this.terms = (double) points * architecture.outputs();
    this.weights = architecture.weights();
    this.biases = architecture.biases();
    this.loss = LaneLoss.of(loss);
    int neurons = architecture.widths().stream().skip(1).mapToInt(Integer::intValue).sum();
    int fitting = BLOCK_REGISTERS / (3 * neurons);
    this.block = Math.min(points, Math.max(LaneProduct.TILE, fitting - fitting % LaneProduct.TILE));
    this.activations = new LaneActivation[last + 1];
    this.z = new double[last + 1][];
    this.a = new double[last + 1][];
    this.dZ = new double[last + 1][];
    for (int l = 0; l <= last; l++) {
      int size = Math.multiplyExact(architecture.neurons(l), block);
      activations[l] = LaneActivation.of(architecture.activation(l));
      z[l] = Lanes.registers(size);
      a[l] = Lanes.registers(size);
      dZ[l] = Lanes.registers(size);
    }
    this.blockLosses = Lanes.registers(architecture.outputs() * block);
    this.spare = LaneFunction.spare(Lanes.COUNT * neurons * block);
    this.x = Lanes.broadcast(data.featureValues());
    this.y = targets(data);
  }

  private double[][] targets(Dataset data) {
    double[][] blocks = new double[(points + block - 1) / block][];
    for (int k = 0; k < blocks.length; k++) {
      int first = k * block;
      int size = size(first);
      double[] targets = new double[architecture.outputs() * size];
      for (int o = 0; o < architecture.outputs(); o++) {
        for (int p = 0; p < size; p++) {
          targets[o * size + p] = data.target(o, first + p);
        }
      }
      blocks[k] = Lanes.broadcast(targets);
    }
    return blocks;
  }

  /** Returns how many points the block has that begins with a point. */
  private int size(int first) {
    return Math.min(block, points - first);
  }

  @Override
  void pass(double[] theta, double[] gradient, double[] mean) {
    Arrays.fill(gradient, 0);
    Arrays.fill(mean, 0);
    for (int first = 0; first < points; first += block) {
      int size = size(first);
      forwardWithSlopes(theta, first, size);
      addLosses(first, size, mean);
      backward(theta, gradient, first, size);
    }
    divide(gradient, terms);
    divide(mean, terms);
  }

  /**
   * Computes the loss of every run.
   *
   * @param theta P registers
   * @param mean receives L, one register
   */
  void loss(double[] theta, double[] mean) {
    Arrays.fill(mean, 0);
    for (int first = 0; first < points; first += block) {
      int size = size(first);
      forward(theta, first, size);
      addLosses(first, size, mean);
    }
    divide(mean, terms);
  }

  /** Z_l = W_l A_{l-1} + B_l, A_l = f_l(Z_l), for the points of a block. */
  private void forward(double[] theta, int first, int size) {
    for (int l = 0; l <= last; l++) {
      combine(l, theta, first, size);
      activations[l].values(z[l], a[l], 0, registers(l, size));
    }
  }

  /** The same, and f'_l(Z_l) in the place of Z_l. */
  private void forwardWithSlopes(double[] theta, int first, int size) {
    for (int l = 0; l <= last; l++) {
      combine(l, theta, first, size);
      activations[l].valuesAndSlopes(z[l], a[l], 0, registers(l, size), spare);
    }
  }

  private void combine(int l, double[] theta, int first, int size) {
    LaneProduct.multiply(weights(l, theta), below(l, first, size), block(l, z, size));
    if (architecture.bias()) {
      addBiases(l, theta, size);
    }
  }

  private void addBiases(int l, double[] theta, int size) {
    Tensor b = biases.get(l);
    for (int i = 0; i < b.rows(); i++) {
      addBias(z[l], i * size, size, theta, b.index(i, 0));
    }
  }

  /** L = (1/M) sum_p sum_o l(yhat_op, y_op), the division left to the end. */
  private void addLosses(int first, int size, double[] sum) {
    int outputs = architecture.outputs();
    loss.values(a[last], y[first / block], blockLosses, 0, outputs * size * Lanes.COUNT);
    DoubleVector losses = get(sum, 0);
    for (int p = 0; p < size; p++) {
      for (int o = 0; o < outputs; o++) {
        losses = losses.add(get(blockLosses, o * size + p));
      }
    }
    set(sum, 0, losses);
  }

  private void backward(double[] theta, double[] gradient, int first, int size) {
    int outputs = registers(last, size);
    loss.derivatives(a[last], y[first / block], dZ[last], 0, outputs);
    activations[last].timesSlopes(dZ[last], z[last], 0, outputs);
    for (int l = last; l >= 0; l--) {
      LaneMatrix dZl = block(l, dZ, size);
      // dW_l = dZ_l A_{l-1}', the 1/M left to the end
      LaneProduct.accumulate(dZl, below(l, first, size).transposed(), weights(l, gradient));
      if (architecture.bias()) {
        // dB_l = dZ_l 1, likewise
        LaneProduct.accumulate(dZl, ONES, biases(l, gradient));
      }
      if (l > 0) {
        // dA_{l-1} = W_l' dZ_l, dZ_{l-1} = dA_{l-1} f'(Z_{l-1})
        LaneProduct.multiply(weights(l, theta).transposed(), dZl, block(l - 1, dZ, size));
        activations[l - 1].timesSlopes(dZ[l - 1], z[l - 1], 0, registers(l - 1, size));
      }
    }
  }

  @Override
  void findDead(double[] theta, int[] deadNeurons, boolean[] outputsDead) {
    Arrays.fill(deadNeurons, 0);
    Arrays.fill(outputsDead, true);
    double[][] alive = new double[last + 1][];
    for (int l = 0; l <= last; l++) {
      alive[l] = Lanes.registers(architecture.neurons(l));
    }
    for (int first = 0; first < points; first += block) {
      int size = size(first);
      forward(theta, first, size);
      for (int l = 0; l <= last; l++) {
        for (int i = 0; i < architecture.neurons(l); i++) {
          markAlive(z[l], i * size, size, alive[l], i);
        }
      }
    }
    for (int l = 0; l <= last; l++) {
      boolean relu = architecture.activation(l) == Activation.RELU;
      for (int k = 0; k < alive[l].length; k++) {
        boolean dead = relu && alive[l][k] == 0;
        int lane = k % Lanes.COUNT;
        if (l == last) {
          outputsDead[lane] &= dead;
        } else if (dead) {
          deadNeurons[lane]++;
        }
      }
    }
  }

  /** Returns how many doubles the neurons of a layer have on the points of a block. */
  private int registers(int l, int size) {
    return architecture.neurons(l) * size * Lanes.COUNT;
  }

  private int inputs(int l) {
    return architecture.inputs(l);
  }

  /** W_l or dW_l (n_l x n_{l-1}) where it lies among the parameters. */
  private LaneMatrix weights(int l, double[] registers) {
    return matrix(weights.get(l), registers);
  }

  /** B_l or dB_l (n_l x 1) where it lies among the parameters. */
  private LaneMatrix biases(int l, double[] registers) {
    return matrix(biases.get(l), registers);
  }

  private static LaneMatrix matrix(Tensor tensor, double[] registers) {
    return LaneMatrix.of(registers, tensor.offset(), tensor.rows(), tensor.columns());
  }

  /** A_{l-1} (n_{l-1} x size), the data for the first layer. */
  private LaneMatrix below(int l, int first, int size) {
    return l == 0
        ? LaneMatrix.of(x, 0, inputs(0), points).columns(first, size)
        : block(l - 1, a, size);
  }

  /** Z_l, A_l or dZ_l (n_l x size). */
  private LaneMatrix block(int l, double[][] layers, int size) {
    return LaneMatrix.of(layers[l], 0, architecture.neurons(l), size);
  }
}
