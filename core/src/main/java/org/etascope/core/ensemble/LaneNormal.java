package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.network.StandardNormal;

/** The {@link StandardNormal} distribution in SIMD lanes, operation by operation. */
final class LaneNormal {
  private LaneNormal() {}

  /** Returns the numerator A0 + A1 x + ... of H(x), for x from 0 on. */
  static DoubleVector above(DoubleVector x) {
    DoubleVector y = near(x);
    DoubleVector above = y.mul(StandardNormal.A9).add(StandardNormal.A8);
    above = y.mul(above).add(StandardNormal.A7);
    above = y.mul(above).add(StandardNormal.A6);
    above = y.mul(above).add(StandardNormal.A5);
    above = y.mul(above).add(StandardNormal.A4);
    above = y.mul(above).add(StandardNormal.A3);
    above = y.mul(above).add(StandardNormal.A2);
    above = y.mul(above).add(StandardNormal.A1);
    above = y.mul(above).add(StandardNormal.A0);
    return above;
  }

  /** Returns the denominator 1 + B1 x + ... of H(x), for x from 0 on. */
  static DoubleVector below(DoubleVector x) {
    DoubleVector y = near(x);
    DoubleVector below = y.mul(StandardNormal.B10).add(StandardNormal.B9);
    below = y.mul(below).add(StandardNormal.B8);
    below = y.mul(below).add(StandardNormal.B7);
    below = y.mul(below).add(StandardNormal.B6);
    below = y.mul(below).add(StandardNormal.B5);
    below = y.mul(below).add(StandardNormal.B4);
    below = y.mul(below).add(StandardNormal.B3);
    below = y.mul(below).add(StandardNormal.B2);
    below = y.mul(below).add(StandardNormal.B1);
    below = y.mul(below).add(1);
    return below;
  }

  private static DoubleVector near(DoubleVector x) {
    return x.blend(StandardNormal.FAR, x.compare(GT, StandardNormal.FAR));
  }
}
