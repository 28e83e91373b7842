package org.etascope.core.network;

/**
 * The standard normal distribution, with the same bits on every machine.
 *
 * <p>Its distribution function is that of Schonfelder (Mathematics of Computation 32, 1232, 1978,
 * doi:10.1090/S0025-5718-1978-0494846-8): with x = |z| / sqrt(2) and t = (x - 3.75) / (x + 3.75),
 *
 * <pre>
 *   exp(x^2) erfc(x) = a_0 / 2 + sum_n a_n T_n(t)
 * </pre>
 *
 * and Phi(z) = erfc(x) / 2 below 0, 1 - erfc(x) / 2 above. There is no cancellation on either side.
 */
public final class StandardNormal {
  /** K = 3.75, which maps x from 0 on to t in [-1, 1). */
  public static final double K = 3.75;

  /** sqrt(1/2). */
  public static final double SQRT_HALF = 0.7071067811865476;

  /** sqrt(2 pi). */
  public static final double SQRT_TWO_PI = 2.5066282746310002;

  /** a_0 to a_23; those that follow add less than 1e-17. */
  private static final double[] A = {
    0.6101430819232004,
    -0.4348412727125775,
    0.1763511936436055,
    -0.06071079560924941,
    0.017712068995694115,
    -0.004321119385567294,
    0.0008542166768870987,
    -0.00012715509060916275,
    1.1248167243671189e-05,
    3.1306388542182096e-07,
    -2.70988068537762e-07,
    3.073762270140769e-08,
    2.515620384817623e-09,
    -1.0289299213203192e-09,
    2.994405211994994e-11,
    2.6051789687266936e-11,
    -2.6348399241719693e-12,
    -6.434045098906365e-13,
    1.1245740180166345e-13,
    1.7281533389986097e-14,
    -4.264101694942375e-15,
    -5.453719778801906e-16,
    1.5869760776167123e-16,
    2.0899837844334044e-17
  };

  private StandardNormal() {}

  /** Returns a copy of a_0 to a_23, for whoever sums the series in another form. */
  public static double[] coefficients() {
    return A.clone();
  }

  /** Returns phi(z) = exp(-z^2 / 2) / sqrt(2 pi). */
  static double density(double z) {
    return StrictMath.exp(-0.5 * (z * z)) / SQRT_TWO_PI;
  }

  /** Returns Phi(z), the integral of phi up to z, good to {@link #CDF_ERROR}. */
  static double cdf(double z) {
    double x = Math.abs(z) * SQRT_HALF;
    double tail = 0.5 * (StrictMath.exp(-0.5 * (z * z)) * chebyshev((x - K) / (x + K)));
    return z > 0 ? 1.0 - tail : tail;
  }

  /**
   * A bound on |computed Phi(z) - Phi(z)|: 4 u. Half of exp(x^2) erfc(x) is at most 1/2, and
   * summing its series adds some 4 u to that; the product falls below a half of that where the
   * rounding of z^2 could matter.
   */
  static final double CDF_ERROR = 4 * Rounding.U;

  /** a_0 / 2 + sum_n a_n T_n(t), by Clenshaw's recurrence b_n = 2 t b_{n+1} - b_{n+2} + a_n. */
  private static double chebyshev(double t) {
    double above = 0;
    double b = 0;
    for (int n = A.length - 1; n > 0; n--) {
      double next = 2 * t * b - above + A[n];
      above = b;
      b = next;
    }
    return t * b - above + 0.5 * A[0];
  }
}
