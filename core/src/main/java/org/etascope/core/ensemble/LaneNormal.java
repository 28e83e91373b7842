package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static org.etascope.core.ensemble.Lanes.HALF;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.network.StandardNormal;

/** The {@link StandardNormal} distribution in the lanes of a vector, bit for bit. */
final class LaneNormal {
  private static final DoubleVector K = all(StandardNormal.K);
  private static final DoubleVector SQRT_HALF = all(StandardNormal.SQRT_HALF);
  private static final DoubleVector SQRT_TWO_PI = all(StandardNormal.SQRT_TWO_PI);
  private static final double[] A = StandardNormal.coefficients();

  private LaneNormal() {}

  /**
   * Returns phi(z) = exp(-z^2 / 2) / sqrt(2 pi).
   *
   * @param bell exp(-z^2 / 2)
   */
  static DoubleVector density(DoubleVector bell) {
    return bell.div(SQRT_TWO_PI);
  }

  /**
   * Returns Phi(z).
   *
   * @param z any doubles
   * @param bell exp(-z^2 / 2)
   */
  static DoubleVector cdf(DoubleVector z, DoubleVector bell) {
    // x = |z| / sqrt(2), t = (x - K) / (x + K), erfc(x) / 2 = exp(-x^2) (exp(x^2) erfc(x)) / 2
    DoubleVector x = z.abs().mul(SQRT_HALF);
    DoubleVector tail = HALF.mul(bell.mul(chebyshev(x.sub(K).div(x.add(K)))));
    return tail.blend(ONE.sub(tail), z.compare(GT, ZERO));
  }

  /** a_0 / 2 + sum_n a_n T_n(t), by Clenshaw's recurrence b_n = 2 t b_{n+1} - b_{n+2} + a_n. */
  private static DoubleVector chebyshev(DoubleVector t) {
    DoubleVector twice = t.add(t);
    DoubleVector above = ZERO;
    DoubleVector b = ZERO;
    for (int n = A.length - 1; n > 0; n--) {
      DoubleVector next = twice.mul(b).sub(above).add(A[n]);
      above = b;
      b = next;
    }
    return t.mul(b).sub(above).add(0.5 * A[0]);
  }
}
