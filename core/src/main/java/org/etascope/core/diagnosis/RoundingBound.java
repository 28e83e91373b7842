package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Rounding;
import org.etascope.core.network.Tensor;

/**
 * B(theta): how far the computed loss can be from the exact loss at the same parameters and data.
 *
 * <p>A running error analysis in the manner of Higham (Accuracy and Stability of Numerical
 * Algorithms, 2nd ed., sections 3.1 and 3.3), derived in {@code docs/verdicts.md}; u = 2^-53, n the
 * inputs of a layer, e(x) a bound on |computed x - exact x|, zero on the data:
 *
 * <pre>
 *   S    = sum_j |w_ij| |a_j| + |b_i|
 *   e(z) = sum_j |w_ij| e(a_j) + (n + 2) u S
 *   e(a) = K e(z) + c                                  K, c: see {@link Activation}
 *   B    = (1/M) sum e(l) + (M + 2) u L + 2^-1073      e(l): see {@link Loss}
 * </pre>
 *
 * <p>An object is a workspace and not thread-safe.
 */
final class RoundingBound {
  /** Covers results below the normal range, which lose bits that u does not count. */
  private static final double UNDERFLOW = 0x1p-1073;

  private static final double ROOM = 1 + 0x1p-20;

  private final Architecture architecture;
  private final Dataset data;
  private final Loss loss;
  private final int points;
  private final List<Tensor> weights;
  private final List<Tensor> biases;
  private final double[][] e;
  private final double[] s;
  private final double[] largestInputs;
  private final double[][] largestA;
  private final double[][] largestE;

  RoundingBound(Architecture architecture, Dataset data, Loss loss) {
    this.architecture = architecture;
    this.data = data;
    this.loss = loss;
    this.points = data.points();
    this.weights = architecture.weights();
    this.biases = architecture.biases();
    this.s = new double[points];
    this.e = new double[architecture.layers()][];
    this.largestA = new double[architecture.layers()][];
    this.largestE = new double[architecture.layers()][];
    for (int l = 0; l < e.length; l++) {
      e[l] = new double[Math.multiplyExact(architecture.neurons(l), points)];
      largestA[l] = new double[architecture.neurons(l)];
      largestE[l] = new double[architecture.neurons(l)];
    }
    this.largestInputs = new double[data.features()];
    for (int j = 0; j < largestInputs.length; j++) {
      for (int p = 0; p < points; p++) {
        largestInputs[j] = Math.max(largestInputs[j], Math.abs(data.feature(j, p)));
      }
    }
  }

  /**
   * Returns B(theta); not finite where the loss overflowed or nearly did.
   *
   * @param theta the parameters
   * @param network holds their forward pass
   * @param computed the loss that this pass returned
   */
  double at(Parameters theta, Backpropagation network, double computed) {
    for (int l = 0; l < architecture.layers(); l++) {
      propagate(l, theta.values(), network);
    }
    int last = architecture.layers() - 1;
    double sum = 0;
    for (int o = 0; o < architecture.outputs(); o++) {
      for (int p = 0; p < points; p++) {
        sum +=
            loss.roundingError(
                network.prediction(o, p), data.target(o, p), e[last][o * points + p]);
      }
    }
    return sum / network.terms() + summation(network.terms(), computed);
  }

  /**
   * Returns a bound on B(theta) at a fraction of its cost, as if every point had the largest
   * features of all, and no terms of a sum cancelled.
   *
   * @param theta the parameters
   * @param network holds their forward pass
   * @param computed the loss that this pass returned
   */
  double coarseAt(Parameters theta, Backpropagation network, double computed) {
    for (int l = 0; l < architecture.layers(); l++) {
      propagateLargest(l, theta.values());
    }
    double[] largestOutputE = largestE[architecture.layers() - 1];
    double sum = 0;
    for (int o = 0; o < architecture.outputs(); o++) {
      for (int p = 0; p < points; p++) {
        sum += loss.roundingError(network.prediction(o, p), data.target(o, p), largestOutputE[o]);
      }
    }
    return sum / network.terms() + summation(network.terms(), computed);
  }

  /**
   * Returns a bound on B(theta) from the parameters and the loss alone, for half mean squared
   * error: {@link #coarseAt} as if every residual were their root mean square, which bounds their
   * mean.
   *
   * @param theta the parameters
   * @param computed the loss at them, finite
   */
  double coarsestAt(Parameters theta, double computed) {
    for (int l = 0; l < architecture.layers(); l++) {
      propagateLargest(l, theta.values());
    }
    double error = 0;
    for (double output : largestE[architecture.layers() - 1]) {
      error = Math.max(error, output);
    }
    double rms = ROOM * Math.sqrt(2 * computed + Double.MIN_NORMAL);
    double terms = (double) points * architecture.outputs();
    return ROOM * loss.roundingError(rms, 0, error) + summation(terms, computed);
  }

  private void propagateLargest(int l, double[] theta) {
    Tensor w = weights.get(l);
    Activation f = architecture.activation(l);
    double atZero = Math.abs(f.value(0));
    double lipschitz = f.lipschitz();
    double[] below = l == 0 ? largestInputs : largestA[l - 1];
    for (int i = 0; i < w.rows(); i++) {
      double largestS = absoluteBias(l, i, theta);
      double ez = 0;
      for (int j = 0; j < w.columns(); j++) {
        double wij = Math.abs(theta[w.index(i, j)]);
        largestS += wij * below[j];
        ez += l > 0 ? wij * largestE[l - 1][j] : 0;
      }
      ez += (w.columns() + 2) * Rounding.U * largestS;
      // |z| <= S and |f(z)| <= |f(0)| + K |z|, with room for the rounding of either
      double largestZ = ROOM * largestS;
      largestA[l][i] = ROOM * (atZero + lipschitz * largestZ);
      largestE[l][i] = lipschitz * ez + f.roundingError(largestZ, largestA[l][i]);
    }
  }

  /**
   * Returns what every B(theta) contains, whatever the parameters: (M + 2) u L + 2^-1073, from
   * squaring, adding up and dividing.
   *
   * @param terms M
   * @param computed L
   */
  static double summation(double terms, double computed) {
    return (terms + 2) * Rounding.U * computed + UNDERFLOW;
  }

  private void propagate(int l, double[] theta, Backpropagation network) {
    Tensor w = weights.get(l);
    Activation f = architecture.activation(l);
    double[] below = network.inputs(l);
    double[] z = network.preActivations(l);
    double[] a = network.activations(l);
    for (int i = 0; i < w.rows(); i++) {
      int row = i * points;
      // S = sum_j |w_ij| |a_j| + |b_i|; sum_j |w_ij| e(a_j)
      Arrays.fill(s, absoluteBias(l, i, theta));
      Arrays.fill(e[l], row, row + points, 0);
      for (int j = 0; j < w.columns(); j++) {
        double wij = Math.abs(theta[w.index(i, j)]);
        for (int p = 0; p < points; p++) {
          s[p] += wij * Math.abs(below[j * points + p]);
        }
        if (l > 0) {
          for (int p = 0; p < points; p++) {
            e[l][row + p] += wij * e[l - 1][j * points + p];
          }
        }
      }
      for (int p = 0; p < points; p++) {
        int ip = row + p;
        // e(z) = sum_j |w_ij| e(a_j) + (n + 2) u S
        double ez = e[l][ip] + (w.columns() + 2) * Rounding.U * s[p];
        // e(a) = K e(z) + c
        e[l][ip] = f.lipschitz() * ez + f.roundingError(z[ip], a[ip]);
      }
    }
  }

  private double absoluteBias(int layer, int neuron, double[] theta) {
    return architecture.bias() ? Math.abs(theta[biases.get(layer).index(neuron, 0)]) : 0;
  }
}
