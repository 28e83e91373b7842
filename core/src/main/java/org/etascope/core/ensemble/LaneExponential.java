package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.network.Exponential;

/** The {@link Exponential} function and its kin in SIMD lanes, operation by operation. */
final class LaneExponential {
  private LaneExponential() {}

  /** Returns e^x for x <= 0. */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector y = x.mul(0.5);
    DoubleVector t = shifted(y);
    DoubleVector r = rest(y, t);
    DoubleVector c = series(r).add(1);
    return power(t).mul(c.add(r)).div(c.sub(r)).blend(0, x.compare(LT, Exponential.LOWEST));
  }

  /** Returns 1 / (1 + e^-x). */
  static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector y =
        x.blend(Exponential.SIGMOID_ONE, x.compare(GT, Exponential.SIGMOID_ONE)).mul(0.5);
    DoubleVector t = shifted(y);
    DoubleVector r = rest(y, t);
    DoubleVector c = series(r).add(1);
    DoubleVector e = power(t).mul(c.add(r));
    return e.div(e.add(c.sub(r))).blend(0, x.compare(LT, Exponential.LOWEST));
  }

  /** Returns tanh z. */
  static DoubleVector tanh(DoubleVector z) {
    DoubleVector size = z.abs();
    DoubleVector y = size.blend(Exponential.TANH_ONE, size.compare(GT, Exponential.TANH_ONE));
    DoubleVector t = shifted(y);
    DoubleVector r = rest(y, t);
    DoubleVector c = series(r);
    DoubleVector power = power(t);
    DoubleVector one = all(1);
    DoubleVector e = power.mul(c.add(r));
    DoubleVector below = c.sub(r);
    DoubleVector quotient = e.sub(below).add(power.sub(one)).div(e.add(below).add(power.add(one)));
    return quotient
        .reinterpretAsLongs()
        .or(z.reinterpretAsLongs().and(Long.MIN_VALUE))
        .reinterpretAsDoubles();
  }

  /** Returns w = e^-|z| / (e^-|z| + 2), of which ln(1 + e^-|z|) is 2 artanh w. */
  static DoubleVector artanhArgument(DoubleVector z) {
    DoubleVector x = z.abs().neg();
    DoubleVector y = x.mul(0.5);
    DoubleVector t = shifted(y);
    DoubleVector r = rest(y, t);
    DoubleVector c = series(r).add(1);
    DoubleVector e = power(t).mul(c.add(r));
    DoubleVector below = c.sub(r);
    return e.div(e.add(below.add(below))).blend(0, x.compare(LT, Exponential.LOWEST));
  }

  /** Returns 2 artanh w for w from 0 to 1/3. */
  static DoubleVector twiceArtanh(DoubleVector w) {
    DoubleVector v = w.mul(w);
    DoubleVector v2 = v.mul(v);
    DoubleVector even = v2.mul(Exponential.L9).add(Exponential.L7);
    even = v2.mul(even).add(Exponential.L5);
    even = v2.mul(even).add(Exponential.L3);
    even = v2.mul(even).add(Exponential.L1);
    DoubleVector odd = v2.mul(Exponential.L8).add(Exponential.L6);
    odd = v2.mul(odd).add(Exponential.L4);
    odd = v2.mul(odd).add(Exponential.L2);
    return w.add(w).add(w.mul(v).mul(even.add(v.mul(odd))));
  }

  private static DoubleVector shifted(DoubleVector y) {
    return y.mul(Exponential.TWICE_INVERSE_LN2).add(Exponential.WHOLE);
  }

  private static DoubleVector rest(DoubleVector y, DoubleVector t) {
    DoubleVector k = t.sub(Exponential.WHOLE);
    return y.sub(k.mul(Exponential.HALF_LN2_HIGH)).sub(k.mul(Exponential.HALF_LN2_LOW));
  }

  private static DoubleVector power(DoubleVector t) {
    return t.reinterpretAsLongs()
        .lanewise(LSHL, 52)
        .add(Double.doubleToRawLongBits(1))
        .reinterpretAsDoubles();
  }

  private static DoubleVector series(DoubleVector r) {
    DoubleVector s = r.mul(r);
    DoubleVector s2 = s.mul(s);
    DoubleVector even = s2.mul(s2.mul(Exponential.P5).add(Exponential.P3)).add(Exponential.P1);
    DoubleVector odd = s2.mul(Exponential.P4).add(Exponential.P2);
    return s.mul(even.add(s.mul(odd)));
  }
}
