package org.etascope.core.network;

import java.util.Arrays;
import java.util.List;
import org.etascope.core.data.Dataset;

/**
 * Exact products H v of the Hessian of the loss with a vector, at the cost of two gradients.
 *
 * <p>Pearlmutter's R-operator (Neural Computation 6, 147, 1994, doi:10.1162/neco.1994.6.1.147):
 * R{x} is the derivative of x along v, so that R{theta} = v and R{g} = H v, and every line of
 * {@link Backpropagation} has a line here that is its derivative. It is written RX for a matrix X.
 *
 * <p>At a kink f'' is taken as 0: for a ReLU network, H is that of the smooth piece around theta.
 *
 * <p>An object is a workspace and not thread-safe.
 */
public final class HessianProduct {
  private final Architecture architecture;
  private final Dataset data;
  private final Loss loss;
  private final boolean withResiduals;
  private final int points;
  private final List<Tensor> weights;
  private final List<Tensor> biases;
  private final Backpropagation network;
  private final Parameters theta;
  private final double[][] dA;
  private final double[][] dZ;
  private final double[][] slope;
  private final double[][] bend;
  private final double[][] rZ;
  private final double[][] rA;
  private final double[][] rdZ;

  private HessianProduct(
      Architecture architecture, Dataset data, Loss loss, boolean withResiduals) {
    this.architecture = architecture;
    this.data = data;
    this.loss = loss;
    this.withResiduals = withResiduals;
    this.points = data.points();
    this.weights = architecture.weights();
    this.biases = architecture.biases();
    this.network = new Backpropagation(architecture, data, loss);
    this.theta = Parameters.zeros(architecture);
    this.dA = matrices();
    this.dZ = matrices();
    this.slope = matrices();
    this.bend = matrices();
    this.rZ = matrices();
    this.rA = matrices();
    this.rdZ = matrices();
  }

  /**
   * Returns products with the Hessian.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public static HessianProduct of(Architecture architecture, Dataset data, Loss loss) {
    return new HessianProduct(architecture, data, loss, true);
  }

  /**
   * Returns products with the Gauss-Newton matrix (1/M) sum J' l'' J: the Hessian without the terms
   * in which the residuals l' stand.
   *
   * @throws IllegalArgumentException if the network does not fit the data
   */
  public static HessianProduct gaussNewton(Architecture architecture, Dataset data, Loss loss) {
    return new HessianProduct(architecture, data, loss, false);
  }

  /** Moves to other parameters, at which the products that follow are taken. */
  public void moveTo(Parameters parameters) {
    System.arraycopy(parameters.values(), 0, theta.values(), 0, theta.values().length);
    network.forward(theta);
    network.backward(theta, Parameters.zeros(architecture));
    for (int l = 0; l < architecture.layers(); l++) {
      Activation f = architecture.activation(l);
      double[] z = network.preActivations(l);
      double[] a = network.activations(l);
      for (int ip = 0; ip < z.length; ip++) {
        slope[l][ip] = f.derivative(z[ip], a[ip]);
        bend[l][ip] = f.secondDerivative(z[ip], a[ip]);
      }
      if (withResiduals) {
        System.arraycopy(network.preActivationGradients(l), 0, dZ[l], 0, dZ[l].length);
        backward(l);
      }
    }
  }

  /**
   * Computes H v.
   *
   * @param v P numbers in the order of {@link Parameters}
   * @param product receives the P numbers of H v
   */
  public void times(double[] v, double[] product) {
    int last = architecture.layers() - 1;
    differentiateForward(v);
    // R{dA} = l''(yhat, y) R{yhat}
    for (int o = 0; o < architecture.outputs(); o++) {
      for (int p = 0; p < points; p++) {
        int op = o * points + p;
        rdZ[last][op] =
            loss.secondDerivative(network.prediction(o, p), data.target(o, p)) * rA[last][op];
      }
    }
    for (int l = last; l >= 0; l--) {
      // R{dZ} = R{dA} f'(Z) + dA f''(Z) R{Z}
      for (int ip = 0; ip < rdZ[l].length; ip++) {
        rdZ[l][ip] = rdZ[l][ip] * slope[l][ip] + dA[l][ip] * bend[l][ip] * rZ[l][ip];
      }
      differentiateGradient(l, product);
      if (l > 0) {
        differentiateBackward(l, v);
      }
    }
  }

  /** Returns H, P x P and symmetric to the last bit, at the cost of P products. */
  public double[][] matrix() {
    int parameters = theta.values().length;
    double[][] matrix = new double[parameters][parameters];
    double[] unit = new double[parameters];
    for (int k = 0; k < parameters; k++) {
      unit[k] = 1;
      times(unit, matrix[k]);
      unit[k] = 0;
    }
    for (int i = 0; i < parameters; i++) {
      for (int j = 0; j < i; j++) {
        // both are H_ij, each rounded in its own way
        double mean = 0.5 * (matrix[i][j] + matrix[j][i]);
        matrix[i][j] = mean;
        matrix[j][i] = mean;
      }
    }
    return matrix;
  }

  /**
   * Computes R{Z_l} of every layer, the derivative of its pre-activations along v.
   *
   * @param v P numbers in the order of {@link Parameters}
   */
  public void differentiateForward(double[] v) {
    for (int l = 0; l < architecture.layers(); l++) {
      Tensor w = weights.get(l);
      double[] below = network.inputs(l);
      for (int i = 0; i < w.rows(); i++) {
        int row = i * points;
        // R{Z_l} = V_l A_{l-1} + W_l R{A_{l-1}} + v_b, with R{X} = 0
        double vb = architecture.bias() ? v[biases.get(l).index(i, 0)] : 0;
        Arrays.fill(rZ[l], row, row + points, vb);
        for (int j = 0; j < w.columns(); j++) {
          double vij = v[w.index(i, j)];
          double wij = theta.values()[w.index(i, j)];
          for (int p = 0; p < points; p++) {
            rZ[l][row + p] += vij * below[j * points + p];
            if (l > 0) {
              rZ[l][row + p] += wij * rA[l - 1][j * points + p];
            }
          }
        }
      }
      // R{A_l} = f'(Z_l) R{Z_l}
      for (int ip = 0; ip < rZ[l].length; ip++) {
        rA[l][ip] = slope[l][ip] * rZ[l][ip];
      }
    }
  }

  /** Returns R{z} of one neuron on one point, along the last v. */
  public double preActivationDerivative(int layer, int neuron, int point) {
    return rZ[layer][neuron * points + point];
  }

  /** Returns dL/da of one neuron on one point, at the parameters moved to. */
  public double activationGradient(int layer, int neuron, int point) {
    return dA[layer][neuron * points + point] / network.terms();
  }

  /** dA_l = W_{l+1}' dZ_{l+1}, or l'(yhat, y) for the output. */
  private void backward(int l) {
    if (l == architecture.layers() - 1) {
      for (int o = 0; o < architecture.outputs(); o++) {
        for (int p = 0; p < points; p++) {
          dA[l][o * points + p] = loss.derivative(network.prediction(o, p), data.target(o, p));
        }
      }
      return;
    }
    Tensor w = weights.get(l + 1);
    double[] above = network.preActivationGradients(l + 1);
    Arrays.fill(dA[l], 0);
    for (int j = 0; j < w.columns(); j++) {
      for (int i = 0; i < w.rows(); i++) {
        double wij = theta.values()[w.index(i, j)];
        for (int p = 0; p < points; p++) {
          dA[l][j * points + p] += wij * above[i * points + p];
        }
      }
    }
  }

  /** R{dA_{l-1}} = V_l' dZ_l + W_l' R{dZ_l}, into the place of R{dZ_{l-1}}. */
  private void differentiateBackward(int l, double[] v) {
    Tensor w = weights.get(l);
    Arrays.fill(rdZ[l - 1], 0);
    for (int j = 0; j < w.columns(); j++) {
      for (int i = 0; i < w.rows(); i++) {
        double vij = v[w.index(i, j)];
        double wij = theta.values()[w.index(i, j)];
        for (int p = 0; p < points; p++) {
          int ip = i * points + p;
          rdZ[l - 1][j * points + p] += vij * dZ[l][ip] + wij * rdZ[l][ip];
        }
      }
    }
  }

  /** R{dW_l} = (1/M) (R{dZ_l} A_{l-1}' + dZ_l R{A_{l-1}}'), R{dB_l} = (1/M) sum_p R{dZ_l}. */
  private void differentiateGradient(int l, double[] product) {
    Tensor w = weights.get(l);
    double[] below = network.inputs(l);
    for (int i = 0; i < w.rows(); i++) {
      int row = i * points;
      for (int j = 0; j < w.columns(); j++) {
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += rdZ[l][row + p] * below[j * points + p];
          if (l > 0) {
            sum += dZ[l][row + p] * rA[l - 1][j * points + p];
          }
        }
        product[w.index(i, j)] = sum / network.terms();
      }
      if (architecture.bias()) {
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += rdZ[l][row + p];
        }
        product[biases.get(l).index(i, 0)] = sum / network.terms();
      }
    }
  }

  /** An n_l x m matrix for each layer. */
  private double[][] matrices() {
    double[][] matrices = new double[architecture.layers()][];
    for (int l = 0; l < matrices.length; l++) {
      matrices[l] = new double[Math.multiplyExact(architecture.neurons(l), points)];
    }
    return matrices;
  }
}
