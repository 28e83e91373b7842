package org.etascope.core.training;

/**
 * Adam (Kingma and Ba, ICLR 2015, arXiv:1412.6980), as PyTorch's {@code Adam}. At update t, from 1,
 * with m = v = 0 before the first:
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g
 *   v = beta2 v + (1 - beta2) g^2
 *   d = (m / (1 - beta1^t)) / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * @param eta the learning rate, finite and above 0
 * @param beta1 how much of the mean gradient is kept, from 0 to below 1
 * @param beta2 how much of the mean square is kept, from 0 to below 1
 * @param epsilon keeps the quotient finite, above 0
 */
public record Adam(double eta, double beta1, double beta2, double epsilon) implements Optimizer {
  /** The beta1 of PyTorch, and of the authors: 0.9. */
  public static final double DEFAULT_BETA1 = 0.9;

  /** The beta2 of PyTorch, and of the authors: 0.999. */
  public static final double DEFAULT_BETA2 = 0.999;

  /** The epsilon of PyTorch, and of the authors: 1e-8. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Adam {
    Require.positive("eta", eta);
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Optimizer withEta(double other) {
    return new Adam(other, beta1, beta2, epsilon);
  }

  @Override
  public Stepper stepper(int parameters) {
    return new Moments(parameters);
  }

  /** Returns 1 - beta1^t, by which the mean gradient falls short of a mean at update t, from 1. */
  public double correction1(int t) {
    return 1 - StrictMath.pow(beta1, t);
  }

  /** Returns sqrt(1 - beta2^t), by which the root of the mean square does. */
  public double correction2(int t) {
    return Math.sqrt(1 - StrictMath.pow(beta2, t));
  }

  /** The running means of one run. */
  private final class Moments implements Stepper {
    private final double[] m;
    private final double[] v;
    private int t;

    private Moments(int parameters) {
      m = new double[parameters];
      v = new double[parameters];
    }

    @Override
    public void direct(double[] g) {
      t++;
      double correction1 = correction1(t);
      double correction2 = correction2(t);
      for (int k = 0; k < g.length; k++) {
        m[k] = beta1 * m[k] + (1 - beta1) * g[k];
        v[k] = beta2 * v[k] + (1 - beta2) * (g[k] * g[k]);
        g[k] = (m[k] / correction1) / (Math.sqrt(v[k]) / correction2 + epsilon);
      }
    }
  }
}
