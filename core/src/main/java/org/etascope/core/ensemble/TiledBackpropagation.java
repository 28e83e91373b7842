package org.etascope.core.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Tensor;

/**
 * {@link Backpropagation} for wide networks and many points, bit for bit the same, on all threads
 * of the {@link ForkJoinPool} that calls it, or of the common pool.
 *
 * <p>What is computed is one matrix after the other, and each is cut three times:
 *
 * <ul>
 *   <li>into {@link Block}s for the threads: ranges of columns, which are points for Z_l and
 *       dA_{l-1} and inputs for dW_l, and where these are few, ranges of rows as well;
 *   <li>inside a block into {@link Panels} for the caches: columns of the right factor, and the
 *       terms that are added to a sum before it rests in memory;
 *   <li>inside a panel into {@link Tile}s for the registers: 4 rows and 4 vectors of columns.
 * </ul>
 *
 * <p>Activations, in ranges for the threads, are computed a vector at a time.
 *
 * <p>No bit changes, because no cut goes through a sum. Every lane of a tile is one element, which
 * takes its terms one by one in index order, each rounded as product and as sum; resting in memory
 * between two terms keeps all its bits, and no element needs another one of its matrix. Sums that
 * the reference begins with their first product begin with -0.0 here, to which adding any x gives
 * x, and sums that it begins with 0.0 begin with 0.0. {@link LaneActivation} has the bits of the
 * scalar functions. The loss stays a scalar sum over points.
 */
public final class TiledBackpropagation extends Backpropagation {
  /**
   * How many products of weights and activations make it worth while to hand them to a thread, or
   * to tiles at all: these take a core some 4 microseconds, and handing over takes one or two.
   */
  private static final int GRAIN = 1 << 17;

  /** How many products one activation is worth. */
  private static final int PRODUCTS_OF_ACTIVATION = 8;

  /** Blocks per thread, so that a thread which is late does not keep the others waiting. */
  private static final int BLOCKS_PER_THREAD = 4;

  private final Architecture architecture;
  private final int grain;

  /** f_l of every layer. */
  private final List<LaneActivation> activations;

  /** W' of one layer at a time. */
  private final double[] transposed;

  /**
   * Makes a workspace.
   *
   * @throws IllegalArgumentException as {@link Backpropagation} does
   */
  public TiledBackpropagation(Architecture architecture, Dataset data, Loss loss) {
    this(architecture, data, loss, GRAIN);
  }

  /** Makes a workspace that hands out work in grains of its own size, from 1. */
  TiledBackpropagation(Architecture architecture, Dataset data, Loss loss, int grain) {
    super(architecture, data, loss);
    this.architecture = architecture;
    this.grain = grain;
    this.activations =
        IntStream.range(0, architecture.layers())
            .mapToObj(l -> LaneActivation.of(architecture.activation(l)))
            .toList();
    this.transposed =
        new double
            [architecture.weights().stream()
                .skip(1)
                .filter(w -> isLarge(products(w)))
                .mapToInt(Tensor::size)
                .max()
                .orElse(0)];
  }

  /** Z_l = W_l A_{l-1} + B_l. */
  @Override
  protected void combine(int l, double[] theta) {
    Tensor w = architecture.weights(l);
    if (!isLarge(products(w))) {
      super.combine(l, theta);
      return;
    }
    Matrix z = Matrix.of(preActivations(l), w.rows());
    Matrix below = Matrix.of(inputs(l), w.columns());
    TiledProduct product = new TiledProduct(Matrix.of(theta, w), z);
    inBlocks(
        z,
        products(w),
        block -> {
          // z_ip = ((w_i0 a_0p + w_i1 a_1p) + ...) + b_i
          fill(z, block, -0.0);
          product.add(below, block);
          if (architecture.bias()) {
            addBiases(z, block, theta, architecture.biases(l));
          }
        });
  }

  private static void fill(Matrix matrix, Block block, double start) {
    for (int i = block.firstRow(); i < block.endRow(); i++) {
      int first = matrix.index(i, block.firstColumn());
      Arrays.fill(matrix.values(), first, first + block.columns(), start);
    }
  }

  private static void addBiases(Matrix z, Block block, double[] theta, Tensor biases) {
    for (int i = block.firstRow(); i < block.endRow(); i++) {
      double bi = theta[biases.index(i, 0)];
      int first = z.index(i, block.firstColumn());
      for (int ip = first; ip < first + block.columns(); ip++) {
        z.values()[ip] += bi;
      }
    }
  }

  /** A_l = f_l(Z_l). */
  @Override
  protected void activate(int l) {
    LaneActivation f = activations.get(l);
    double[] z = preActivations(l);
    double[] a = activations(l);
    inBlocks(
        Matrix.of(z, 1),
        (long) PRODUCTS_OF_ACTIVATION * z.length,
        block -> f.values(z, a, block.firstColumn(), block.endColumn()));
  }

  /** dW_l = (1/M) dZ_l A_{l-1}', dB_l = (1/M) sum_p dZ_l. */
  @Override
  protected void gradient(int l, double[] gradient) {
    Tensor w = architecture.weights(l);
    if (!isLarge(products(w))) {
      super.gradient(l, gradient);
      return;
    }
    Matrix dZ = Matrix.of(preActivationGradients(l), w.rows());
    Matrix below = Matrix.of(inputs(l), w.columns());
    Matrix dW = Matrix.of(gradient, w);
    TiledProduct product = new TiledProduct(dZ, dW);
    inBlocks(
        dW,
        products(w),
        block -> {
          // dW_ij = (sum_p dz_ip a_jp) / M
          fill(dW, block, 0.0);
          product.addTransposed(below, block);
          divide(dW, block);
        });
    if (architecture.bias()) {
      Matrix dB = Matrix.of(gradient, architecture.biases(l));
      inBlocks(
          dB,
          dZ.values().length,
          block -> {
            // dB_i = (sum_p dz_ip) / M
            sumRows(dZ, dB, block);
            divide(dB, block);
          });
    }
  }

  /** Four sums at a time, since each has to wait for its own last addition. */
  private static void sumRows(Matrix dZ, Matrix dB, Block block) {
    double[] values = dZ.values();
    int i = block.firstRow();
    for (; i + 3 < block.endRow(); i += 4) {
      int i0 = dZ.index(i, 0);
      int i1 = dZ.index(i + 1, 0);
      int i2 = dZ.index(i + 2, 0);
      int i3 = dZ.index(i + 3, 0);
      double sum0 = 0;
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      for (int p = 0; p < dZ.columns(); p++) {
        sum0 += values[i0 + p];
        sum1 += values[i1 + p];
        sum2 += values[i2 + p];
        sum3 += values[i3 + p];
      }
      dB.values()[dB.index(i, 0)] = sum0;
      dB.values()[dB.index(i + 1, 0)] = sum1;
      dB.values()[dB.index(i + 2, 0)] = sum2;
      dB.values()[dB.index(i + 3, 0)] = sum3;
    }
    for (; i < block.endRow(); i++) {
      double sum = 0;
      for (int ip = dZ.index(i, 0); ip < dZ.index(i + 1, 0); ip++) {
        sum += values[ip];
      }
      dB.values()[dB.index(i, 0)] = sum;
    }
  }

  private void divide(Matrix sums, Block block) {
    for (int i = block.firstRow(); i < block.endRow(); i++) {
      int first = sums.index(i, block.firstColumn());
      for (int ij = first; ij < first + block.columns(); ij++) {
        sums.values()[ij] /= terms();
      }
    }
  }

  /** dA_{l-1} = W_l' dZ_l, then dZ_{l-1} = dA_{l-1} f'_{l-1}(Z_{l-1}), element by element. */
  @Override
  protected void backward(int l, double[] theta) {
    Tensor w = architecture.weights(l);
    if (!isLarge(products(w))) {
      super.backward(l, theta);
      return;
    }
    LaneActivation f = activations.get(l - 1);
    double[] z = preActivations(l - 1);
    double[] a = activations(l - 1);
    Matrix above = Matrix.of(preActivationGradients(l), w.rows());
    Matrix dA = Matrix.of(preActivationGradients(l - 1), w.columns());
    TiledProduct product = new TiledProduct(transpose(Matrix.of(theta, w)), dA);
    inBlocks(
        dA,
        products(w),
        block -> {
          // da_jp = (w_0j dz_0p + w_1j dz_1p) + ...
          fill(dA, block, -0.0);
          product.add(above, block);
          // dz_jp = da_jp f'(z_jp)
          for (int j = block.firstRow(); j < block.endRow(); j++) {
            int first = dA.index(j, block.firstColumn());
            f.backward(dA.values(), z, a, first, first + block.columns());
          }
        });
  }

  private Matrix transpose(Matrix w) {
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.columns(); j++) {
        transposed[j * w.rows() + i] = w.values()[w.index(i, j)];
      }
    }
    return new Matrix(transposed, 0, w.columns(), w.rows());
  }

  /** Returns how many products of weights and activations a pass through a layer takes. */
  private long products(Tensor w) {
    return (long) w.size() * data().points();
  }

  private boolean isLarge(long products) {
    return products >= grain;
  }

  /**
   * Computes the blocks of a matrix, on several threads if there is enough to do.
   *
   * @param products the work in all of them
   */
  private void inBlocks(Matrix matrix, long products, Consumer<Block> computation) {
    long wanted = Math.min(products / grain, (long) BLOCKS_PER_THREAD * threads());
    if (threads() == 1 || wanted < 2) {
      computation.accept(new Block(0, matrix.rows(), 0, matrix.columns()));
    } else {
      Block.of(matrix.rows(), matrix.columns(), (int) wanted).parallelStream().forEach(computation);
    }
  }

  private static int threads() {
    ForkJoinPool pool = ForkJoinTask.getPool();
    return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
  }
}
