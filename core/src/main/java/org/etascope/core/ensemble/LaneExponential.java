package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.etascope.core.network.Exponential;

/**
 * The parts of the {@link Exponential} function and its kin in SIMD lanes, operation by operation.
 * {@link LaneLoop} says why they are apart.
 */
final class LaneExponential {
  private static final long ONE_BITS = Double.doubleToRawLongBits(1);

  private LaneExponential() {}

  /**
   * Writes r and 2^k with x = k ln 2 + r, both 0 where e^x is taken as 0.
   *
   * @param x exponents up to 708
   */
  static void reduce(DoubleVector x, double[] rests, int at, double[] powers, int to) {
    DoubleVector t = x.mul(Exponential.INVERSE_LN2).add(Exponential.WHOLE);
    DoubleVector k = t.sub(Exponential.WHOLE);
    DoubleVector r = x.sub(k.mul(Exponential.LN2_HIGH)).sub(k.mul(Exponential.LN2_LOW));
    VectorMask<Double> vanishes = x.compare(LT, Exponential.LOWEST);
    r.blend(0, vanishes).intoArray(rests, at);
    power(t).blend(0, vanishes).intoArray(powers, to);
  }

  /** Returns e^x = 2^k e^r. */
  static DoubleVector exp(DoubleVector r, DoubleVector power) {
    DoubleVector s = r.mul(r);
    DoubleVector s2 = s.mul(s);
    DoubleVector low = r.mul(Exponential.E3).add(Exponential.E2);
    low = low.add(s.mul(r.mul(Exponential.E5).add(Exponential.E4)));
    DoubleVector high = r.mul(Exponential.E7).add(Exponential.E6);
    high = high.add(s.mul(r.mul(Exponential.E9).add(Exponential.E8)));
    high = high.add(s2.mul(r.mul(Exponential.E11).add(Exponential.E10)));
    return power.add(power.mul(r.add(s.mul(low.add(s2.mul(high))))));
  }

  /** Writes r and 2^k with |z| = k ln(2) / 2 + r, where |z| is near 0 k = 0, and |z| is cut. */
  static void reduceTanh(DoubleVector z, double[] rests, int at, double[] powers, int to) {
    DoubleVector size = z.abs();
    DoubleVector y = size.blend(Exponential.TANH_ONE, size.compare(GT, Exponential.TANH_ONE));
    DoubleVector t =
        y.mul(2 * Exponential.INVERSE_LN2)
            .blend(0, size.compare(LT, Exponential.TANH_FAR))
            .add(Exponential.WHOLE);
    DoubleVector k = t.sub(Exponential.WHOLE);
    y.sub(k.mul(0.5 * Exponential.LN2_HIGH))
        .sub(k.mul(0.5 * Exponential.LN2_LOW))
        .intoArray(rests, at);
    power(t).intoArray(powers, to);
  }

  /** Returns c = r coth r - 1 = r^2 (C1 + r^2 (C2 + ...)). */
  static DoubleVector series(DoubleVector r) {
    DoubleVector s = r.mul(r);
    DoubleVector s2 = s.mul(s);
    DoubleVector s4 = s2.mul(s2);
    DoubleVector odd = s2.mul(Exponential.C3).add(Exponential.C1);
    odd = odd.add(s4.mul(s2.mul(Exponential.C7).add(Exponential.C5)));
    DoubleVector even = s2.mul(Exponential.C4).add(Exponential.C2);
    even = even.add(s4.mul(s2.mul(Exponential.C8).add(Exponential.C6)));
    return s.mul(odd.add(s.mul(even)));
  }

  /**
   * Returns tanh z from the numerator and denominator of 1 - tanh |z|, or near 0 |z| - tanh |z|.
   */
  static DoubleVector tanh(DoubleVector z, DoubleVector numerator, DoubleVector denominator) {
    DoubleVector size = z.abs();
    return DoubleVector.broadcast(SPECIES, 1)
        .blend(size, size.compare(LT, Exponential.TANH_FAR))
        .sub(numerator.div(denominator))
        .reinterpretAsLongs()
        .or(z.reinterpretAsLongs().and(Long.MIN_VALUE))
        .reinterpretAsDoubles();
  }

  /** Returns the w of {@link #log1p}, for e from 0 to 1. */
  static DoubleVector logQuotient(DoubleVector e) {
    DoubleVector f = e.blend(e.mul(0.5).sub(0.5), e.compare(GT, Exponential.LOG_FAR));
    return f.div(f.add(2));
  }

  /** Returns ln(1 + e) for e from 0 to 1. */
  static DoubleVector log1p(DoubleVector e, DoubleVector w) {
    VectorMask<Double> far = e.compare(GT, Exponential.LOG_FAR);
    DoubleVector f = e.blend(e.mul(0.5).sub(0.5), far);
    DoubleVector v = w.mul(w);
    DoubleVector v2 = v.mul(v);
    DoubleVector v4 = v2.mul(v2);
    DoubleVector odd = v2.mul(Exponential.L3).add(Exponential.L1);
    odd = odd.add(v4.mul(v2.mul(Exponential.L7).add(Exponential.L5)));
    DoubleVector even = v2.mul(Exponential.L4).add(Exponential.L2);
    even = even.add(v4.mul(Exponential.L6));
    DoubleVector h = f.mul(0.5).mul(f);
    DoubleVector rest = h.sub(w.mul(h.add(v.mul(odd.add(v.mul(even))))));
    DoubleVector beyond =
        DoubleVector.broadcast(SPECIES, Exponential.LN2_HIGH)
            .sub(rest.sub(Exponential.LN2_LOW).sub(f));
    return f.sub(rest).blend(beyond, far);
  }

  /** 2^k, with k in the low bits of t. */
  private static DoubleVector power(DoubleVector t) {
    return t.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE_BITS).reinterpretAsDoubles();
  }
}
