package org.etascope.core.network;

import java.util.List;
import org.etascope.core.data.Dataset;

/**
 * The forward and the backward pass of one network over one data set, derived in {@code
 * docs/backprop.md}.
 *
 * <p>m points; layer l has n_l neurons; A_{-1} = X. All matrices are stored row by row:
 *
 * <pre>
 *   X (features x m)    W_l, dW_l (n_l x n_{l-1})    B_l, dB_l (n_l x 1)    Z_l, A_l, dZ_l (n_l x m)
 * </pre>
 *
 * <p>Sums inside a neuron run over its inputs in index order, bias last; sums over points run in
 * index order and are then divided. Points and neurons are independent of each other, so their
 * loops may be exchanged: a subclass may go through {@link #combine}, {@link #activate}, {@link
 * #gradient} and {@link #backward(int, double[])} in another order, as long as every bit is the
 * same.
 *
 * <p>An object is a workspace: it holds the activations of its last forward pass and is not
 * thread-safe.
 */
public class Backpropagation {
  private final Architecture architecture;
  private final Dataset data;
  private final Loss loss;
  private final int points;
  private final List<Tensor> weights;
  private final List<Tensor> biases;
  private final double[][] z;
  private final double[][] a;
  private final double[][] dZ;

  /**
   * Makes a workspace.
   *
   * @throws IllegalArgumentException if the network's inputs and outputs are not the data's
   *     features and targets, or the loss is not defined for a target
   */
  public Backpropagation(Architecture architecture, Dataset data, Loss loss) {
    if (architecture.inputs() != data.features() || architecture.outputs() != data.targets()) {
      throw new IllegalArgumentException(
          "a network of widths %s does not fit data with %d features and %d targets"
              .formatted(architecture.widths(), data.features(), data.targets()));
    }
    for (double target : data.targetValues()) {
      if (!loss.allowsTarget(target)) {
        throw new IllegalArgumentException(
            "the loss %s is not defined for the target %s".formatted(loss.name(), target));
      }
    }
    this.architecture = architecture;
    this.data = data;
    this.loss = loss;
    this.points = data.points();
    this.weights = architecture.weights();
    this.biases = architecture.biases();
    this.z = new double[architecture.layers()][];
    this.a = new double[architecture.layers()][];
    this.dZ = new double[architecture.layers()][];
    for (int l = 0; l < architecture.layers(); l++) {
      int size = Math.multiplyExact(architecture.neurons(l), points);
      z[l] = new double[size];
      a[l] = new double[size];
      dZ[l] = new double[size];
    }
  }

  /**
   * Computes every activation, and returns the loss L.
   *
   * @param theta the parameters to evaluate
   */
  public final double forward(Parameters theta) {
    for (int l = 0; l < architecture.layers(); l++) {
      combine(l, theta.values());
      activate(l);
    }
    return meanLoss();
  }

  /**
   * Returns the loss with every activation on the branch that it takes in another pass: that of the
   * smooth function which the network is around the other pass's parameters, continued to these.
   *
   * <p>Only points with an activation on another branch than there are computed again; all others,
   * and so the loss where there are none, keep their bits.
   *
   * @param theta the parameters given to this workspace's last forward pass
   * @param masks a pass of the same network over the same data
   */
  public final double frozenLoss(Parameters theta, Backpropagation masks) {
    double sum = 0;
    for (int p = 0; p < points; p++) {
      if (sharesBranches(p, masks)) {
        for (int o = 0; o < architecture.outputs(); o++) {
          sum += loss.value(prediction(o, p), data.target(o, p));
        }
      } else {
        double[] outputs = frozenOutputs(p, theta.values(), masks);
        for (int o = 0; o < outputs.length; o++) {
          sum += loss.value(outputs[o], data.target(o, p));
        }
      }
    }
    return sum / terms();
  }

  /**
   * Computes the gradient dL/dtheta at the parameters of the last forward pass.
   *
   * @param theta the parameters given to that forward pass
   * @param gradient receives dW_l and dB_l of every layer
   */
  public final void backward(Parameters theta, Parameters gradient) {
    int last = architecture.layers() - 1;
    Activation output = architecture.activation(last);
    // dZ = l'(yhat, y) f'(Z), the 1/M of the mean left to the division of the sums below
    for (int o = 0; o < architecture.outputs(); o++) {
      for (int p = 0; p < points; p++) {
        int op = o * points + p;
        double dA = loss.derivative(a[last][op], data.target(o, p));
        dZ[last][op] = output.backward(dA, z[last][op], a[last][op]);
      }
    }
    for (int l = last; l >= 0; l--) {
      gradient(l, gradient.values());
      if (l > 0) {
        backward(l, theta.values());
      }
    }
  }

  /**
   * Z_l = W_l A_{l-1} + B_l.
   *
   * @param l the layer
   * @param theta all parameters
   */
  protected void combine(int l, double[] theta) {
    Tensor w = weights.get(l);
    double[] below = inputs(l);
    for (int i = 0; i < w.rows(); i++) {
      int row = i * points;
      // z_ip = ((w_i0 a_0p + w_i1 a_1p) + ...) + b_i
      for (int j = 0; j < w.columns(); j++) {
        double wij = theta[w.index(i, j)];
        for (int p = 0; p < points; p++) {
          double product = wij * below[j * points + p];
          z[l][row + p] = j == 0 ? product : z[l][row + p] + product;
        }
      }
      if (architecture.bias()) {
        double bi = theta[biases.get(l).index(i, 0)];
        for (int p = 0; p < points; p++) {
          z[l][row + p] += bi;
        }
      }
    }
  }

  /**
   * A_l = f_l(Z_l).
   *
   * @param l the layer
   */
  protected void activate(int l) {
    Activation f = architecture.activation(l);
    for (int ip = 0; ip < z[l].length; ip++) {
      a[l][ip] = f.value(z[l][ip]);
    }
  }

  /**
   * Whether the activations of one point are on the same sides of their kinks as in another pass.
   */
  private boolean sharesBranches(int p, Backpropagation other) {
    for (int l = 0; l < architecture.layers(); l++) {
      if (architecture.activation(l).hasKink()) {
        for (int ip = p; ip < z[l].length; ip += points) {
          if (z[l][ip] > 0 != other.z[l][ip] > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The forward pass of one point, each activation on the branch it takes in another pass. */
  private double[] frozenOutputs(int p, double[] theta, Backpropagation masks) {
    double[] below = new double[data.features()];
    for (int j = 0; j < below.length; j++) {
      below[j] = data.feature(j, p);
    }
    for (int l = 0; l < architecture.layers(); l++) {
      Tensor w = weights.get(l);
      double[] above = new double[w.rows()];
      for (int i = 0; i < above.length; i++) {
        double zi = theta[w.index(i, 0)] * below[0];
        for (int j = 1; j < below.length; j++) {
          zi += theta[w.index(i, j)] * below[j];
        }
        if (architecture.bias()) {
          zi += theta[biases.get(l).index(i, 0)];
        }
        above[i] = architecture.activation(l).onBranch(zi, masks.z[l][i * points + p]);
      }
      below = above;
    }
    return below;
  }

  /** L = (1/M) sum_p sum_o l(yhat_op, y_op), M = m x outputs. */
  private double meanLoss() {
    double sum = 0;
    for (int p = 0; p < points; p++) {
      for (int o = 0; o < architecture.outputs(); o++) {
        sum += loss.value(prediction(o, p), data.target(o, p));
      }
    }
    return sum / terms();
  }

  /**
   * dW_l = (1/M) dZ_l A_{l-1}', dB_l = (1/M) sum_p dZ_l.
   *
   * @param l the layer
   * @param gradient receives dW_l and dB_l at the places of W_l and B_l
   */
  protected void gradient(int l, double[] gradient) {
    Tensor w = weights.get(l);
    double[] below = inputs(l);
    for (int i = 0; i < w.rows(); i++) {
      int row = i * points;
      // dW_ij = (sum_p dz_ip a_jp) / M
      for (int j = 0; j < w.columns(); j++) {
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += dZ[l][row + p] * below[j * points + p];
        }
        gradient[w.index(i, j)] = sum / terms();
      }
      if (architecture.bias()) {
        // dB_i = (sum_p dz_ip) / M
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += dZ[l][row + p];
        }
        gradient[biases.get(l).index(i, 0)] = sum / terms();
      }
    }
  }

  /**
   * dA_{l-1} = W_l' dZ_l, then dZ_{l-1} = dA_{l-1} f'_{l-1}(Z_{l-1}), element by element.
   *
   * @param l the layer above, from 1
   * @param theta all parameters
   */
  protected void backward(int l, double[] theta) {
    Tensor w = weights.get(l);
    Activation f = architecture.activation(l - 1);
    double[] dA = dZ[l - 1];
    for (int j = 0; j < w.columns(); j++) {
      int row = j * points;
      // da_jp = (w_0j dz_0p + w_1j dz_1p) + ...
      for (int i = 0; i < w.rows(); i++) {
        double wij = theta[w.index(i, j)];
        for (int p = 0; p < points; p++) {
          double product = wij * dZ[l][i * points + p];
          dA[row + p] = i == 0 ? product : dA[row + p] + product;
        }
      }
      // dz_jp = da_jp f'(z_jp)
      for (int p = 0; p < points; p++) {
        dA[row + p] = f.backward(dA[row + p], z[l - 1][row + p], a[l - 1][row + p]);
      }
    }
  }

  /** Returns Z_l (n_l x m) of the last forward pass: the workspace's own array. */
  public final double[] preActivations(int layer) {
    return z[layer];
  }

  /** Returns A_l (n_l x m) of the last forward pass: the workspace's own array. */
  public final double[] activations(int layer) {
    return a[layer];
  }

  /** Returns A_{l-1} (n_{l-1} x m), what a layer's weights act on; A_{-1} = X. */
  public final double[] inputs(int layer) {
    return layer == 0 ? data.featureValues() : a[layer - 1];
  }

  /** Returns dZ_l (n_l x m), M dL/dZ_l of the last backward pass: the workspace's own array. */
  public final double[] preActivationGradients(int layer) {
    return dZ[layer];
  }

  /** Returns yhat for one output and one point, of the last forward pass. */
  public final double prediction(int output, int point) {
    return a[architecture.layers() - 1][output * points + point];
  }

  /** Returns whether a neuron's ReLU was off on all points in the last forward pass. */
  public final boolean isDead(int layer, int neuron) {
    if (architecture.activation(layer) != Activation.RELU) {
      return false;
    }
    for (int p = 0; p < points; p++) {
      if (!(z[layer][neuron * points + p] <= 0)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether every output's ReLU was off on all points in the last forward pass. */
  public final boolean outputsDead() {
    int last = architecture.layers() - 1;
    for (int o = 0; o < architecture.outputs(); o++) {
      if (!isDead(last, o)) {
        return false;
      }
    }
    return true;
  }

  /** Returns how many hidden neurons' ReLUs were off on all points in the last forward pass. */
  public final int deadNeurons() {
    int dead = 0;
    for (int l = 0; l < architecture.layers() - 1; l++) {
      for (int i = 0; i < architecture.neurons(l); i++) {
        dead += isDead(l, i) ? 1 : 0;
      }
    }
    return dead;
  }

  /** Returns the data set this workspace evaluates. */
  public final Dataset data() {
    return data;
  }

  /** Returns M = m x outputs, how many terms the mean of the loss has. */
  public final double terms() {
    return (double) points * architecture.outputs();
  }
}
