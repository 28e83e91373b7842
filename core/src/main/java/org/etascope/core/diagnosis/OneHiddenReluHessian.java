package org.etascope.core.diagnosis;

import java.util.Arrays;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;

/**
 * The Hessian in closed form for one feature, one hidden layer of k ReLUs and one ReLU or identity
 * output: H = G + R, where with sums over the points p whose output is on
 *
 * <pre>
 *   G = sum_p c_p J_p J_p'      c = l''(yhat, y) / m     R = sum_p d_p (yhat)''   d = l'(yhat, y) / m
 *   J_w0j = w1_j x on_j         J_b0j = w1_j on_j        J_w1j = (w0_j x + b0_j) on_j     J_b1 = 1
 *   R_w0j,w1j = sum_p d x on_j  R_b0j,w1j = sum_p d on_j
 * </pre>
 *
 * <p>The points enter G through sums of c, c x and c x^2 alone, over those on which two neurons are
 * on: k (k + 1) / 2 times three sums for the matrix, k times three for its bounds. At a kink the
 * neuron counts as off.
 *
 * <p>An object is a workspace and not thread-safe.
 */
final class OneHiddenReluHessian {
  private final Loss loss;
  private final boolean reluOutput;
  private final int neurons;
  private final double[] x;
  private final double[] y;

  /** The parameters moved to, in the order of {@link Parameters}. */
  private final double[] theta;

  /** z of the output, and m c and m d, which are 0 where it is off, of each point. */
  private final double[] z;

  private final double[] c;
  private final double[] d;

  /** The neurons that are on at a point. */
  private final int[] on;

  /** The sum of c over all points. */
  private double sumC;

  /** Sums of c, c x and c x^2 over the points on which a neuron is on, and of d and d x. */
  private final double[] sum0;

  private final double[] sum1;
  private final double[] sum2;
  private final double[] residual0;
  private final double[] residual1;

  OneHiddenReluHessian(Architecture architecture, Dataset data, Loss loss) {
    this.loss = loss;
    this.reluOutput = architecture.activation(1) == Activation.RELU;
    this.neurons = architecture.neurons(0);
    this.x = data.featureValues();
    this.y = data.targetValues();
    this.theta = new double[architecture.parameterCount()];
    this.z = new double[x.length];
    this.c = new double[x.length];
    this.d = new double[x.length];
    this.on = new int[neurons];
    this.sum0 = new double[neurons];
    this.sum1 = new double[neurons];
    this.sum2 = new double[neurons];
    this.residual0 = new double[neurons];
    this.residual1 = new double[neurons];
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

  /** Moves to other parameters, whose H is asked for from then on. */
  void moveTo(Parameters parameters) {
    System.arraycopy(parameters.values(), 0, theta, 0, theta.length);
    predict();
    sumC = 0;
    for (int p = 0; p < x.length; p++) {
      // z of the output is yhat where the output is on
      boolean on = !reluOutput || !(z[p] <= 0);
      c[p] = on ? loss.secondDerivative(z[p], y[p]) : 0;
      d[p] = on ? loss.derivative(z[p], y[p]) : 0;
      sumC += c[p];
    }
    sumC /= x.length;
    for (int j = 0; j < neurons; j++) {
      addUp(j);
    }
  }

  /** z = ((w1_0 a_0 + w1_1 a_1) + ...) + b1 of every point. */
  private void predict() {
    Arrays.fill(z, 0);
    for (int j = 0; j < neurons; j++) {
      double w = theta[w0(j)];
      double b = theta[b0(j)];
      double v = theta[w1(j)];
      for (int p = 0; p < z.length; p++) {
        z[p] += v * Math.max(0, w * x[p] + b);
      }
    }
    for (int p = 0; p < z.length; p++) {
      z[p] += theta[b1()];
    }
  }

  private void addUp(int j) {
    double w = theta[w0(j)];
    double b = theta[b0(j)];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double r0 = 0;
    double r1 = 0;
    for (int p = 0; p < x.length; p++) {
      if (w * x[p] + b > 0) {
        s0 += c[p];
        s1 += c[p] * x[p];
        s2 += c[p] * x[p] * x[p];
        r0 += d[p];
        r1 += d[p] * x[p];
      }
    }
    sum0[j] = s0 / x.length;
    sum1[j] = s1 / x.length;
    sum2[j] = s2 / x.length;
    residual0[j] = r0 / x.length;
    residual1[j] = r1 / x.length;
  }

  /**
   * Returns trace G + |R|, which lambda is not above: G has no negative eigenvalue, as l'' is none,
   * and R is a block for each neuron with the eigenvalues 0 and +-|(R_w0j,w1j, R_b0j,w1j)|.
   */
  double atMost() {
    double trace = sumC;
    double largest = 0;
    for (int j = 0; j < neurons; j++) {
      double w = theta[w0(j)];
      double b = theta[b0(j)];
      double v = theta[w1(j)];
      trace += v * v * (sum2[j] + sum0[j]);
      trace += w * w * sum2[j] + 2 * w * b * sum1[j] + b * b * sum0[j];
      largest = Math.max(largest, residual0[j] * residual0[j] + residual1[j] * residual1[j]);
    }
    return trace + Math.sqrt(largest);
  }

  /**
   * Returns a lower bound of u'Hu / |u|^2 for u = sum_p c_p J_p, which lambda is not below. By the
   * inequality of Cauchy and Schwarz
   *
   * <pre>
   *   u'Gu = sum_p c_p (J_p'u)^2 >= (sum_p c_p J_p'u)^2 / sum_p c_p = |u|^4 / sum_p c_p.
   * </pre>
   */
  double atLeast() {
    // u_b1 = sum c
    double squares = sumC * sumC;
    double residual = 0;
    for (int j = 0; j < neurons; j++) {
      double uw0 = theta[w1(j)] * sum1[j];
      double ub0 = theta[w1(j)] * sum0[j];
      double uw1 = theta[w0(j)] * sum1[j] + theta[b0(j)] * sum0[j];
      squares += uw0 * uw0 + ub0 * ub0 + uw1 * uw1;
      // u'Ru = sum_j 2 u_w1j (R_w0j,w1j u_w0j + R_b0j,w1j u_b0j)
      residual += 2 * uw1 * (residual1[j] * uw0 + residual0[j] * ub0);
    }
    // an element of the diagonal, H_b1,b1 = sum c, where there is no u
    return sumC > 0 ? squares / sumC + residual / squares : sumC;
  }

  /** Returns H, P x P, symmetric to the last bit. */
  double[][] matrix() {
    double[][] h = new double[theta.length][theta.length];
    double[][][] sums = pairSums();
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < neurons; j++) {
        double s0 = sums[0][Math.max(i, j)][Math.min(i, j)];
        double s1 = sums[1][Math.max(i, j)][Math.min(i, j)];
        double s2 = sums[2][Math.max(i, j)][Math.min(i, j)];
        double vv = theta[w1(i)] * theta[w1(j)];
        double wi = theta[w0(i)];
        double wj = theta[w0(j)];
        double bi = theta[b0(i)];
        double bj = theta[b0(j)];
        h[w0(i)][w0(j)] = vv * s2;
        h[b0(i)][w0(j)] = vv * s1;
        h[b0(i)][b0(j)] = vv * s0;
        h[w1(i)][w0(j)] = theta[w1(j)] * (wi * s2 + bi * s1);
        h[w1(i)][b0(j)] = theta[w1(j)] * (wi * s1 + bi * s0);
        h[w1(i)][w1(j)] = wi * wj * s2 + (wi * bj + bi * wj) * s1 + bi * bj * s0;
      }
      h[w1(i)][w0(i)] += residual1[i];
      h[w1(i)][b0(i)] += residual0[i];
      h[b1()][w0(i)] = theta[w1(i)] * sum1[i];
      h[b1()][b0(i)] = theta[w1(i)] * sum0[i];
      h[b1()][w1(i)] = theta[w0(i)] * sum1[i] + theta[b0(i)] * sum0[i];
    }
    h[b1()][b1()] = sumC;
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j < i; j++) {
        h[j][i] = h[i][j];
      }
    }
    return h;
  }

  /** Sums of c, c x and c x^2 over the points on which neurons i and j <= i are on: 3 x k x k. */
  private double[][][] pairSums() {
    double[][][] sums = new double[3][neurons][neurons];
    for (int p = 0; p < x.length; p++) {
      int count = c[p] == 0 ? 0 : findOn(p);
      for (int k = 0; k < count; k++) {
        for (int l = 0; l <= k; l++) {
          sums[0][on[k]][on[l]] += c[p];
          sums[1][on[k]][on[l]] += c[p] * x[p];
          sums[2][on[k]][on[l]] += c[p] * x[p] * x[p];
        }
      }
    }
    for (double[][] sum : sums) {
      for (double[] row : sum) {
        for (int j = 0; j < neurons; j++) {
          row[j] /= x.length;
        }
      }
    }
    return sums;
  }

  /** Finds the neurons that are on at a point; returns how many. */
  private int findOn(int p) {
    int count = 0;
    for (int j = 0; j < neurons; j++) {
      if (theta[w0(j)] * x[p] + theta[b0(j)] > 0) {
        on[count++] = j;
      }
    }
    return count;
  }
}
