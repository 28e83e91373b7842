package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.etascope.core.network.Exponential;

/**
 * The {@link Exponential} function and its kin in SIMD lanes, operation by operation. The compiler
 * inlines no method of more than 325 bytes, and a vector that meets a call goes to the heap.
 */
final class LaneExponential {
  private static final long ONE_BITS = Double.doubleToRawLongBits(1);

  private LaneExponential() {}

  /** Returns e^x for x up to 708. */
  static DoubleVector exp(DoubleVector x) {
    DoubleVector t = x.mul(Exponential.INVERSE_LN2).add(Exponential.WHOLE);
    DoubleVector k = t.sub(Exponential.WHOLE);
    DoubleVector r = x.sub(k.mul(Exponential.LN2_HIGH)).sub(k.mul(Exponential.LN2_LOW));
    DoubleVector s = r.mul(r);
    DoubleVector s2 = s.mul(s);
    DoubleVector low = r.mul(Exponential.E3).add(Exponential.E2);
    low = low.add(s.mul(r.mul(Exponential.E5).add(Exponential.E4)));
    DoubleVector high = r.mul(Exponential.E7).add(Exponential.E6);
    high = high.add(s.mul(r.mul(Exponential.E9).add(Exponential.E8)));
    high = high.add(s2.mul(r.mul(Exponential.E11).add(Exponential.E10)));
    DoubleVector power =
        t.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE_BITS).reinterpretAsDoubles();
    return power
        .add(power.mul(r.add(s.mul(low.add(s2.mul(high))))))
        .blend(0, x.compare(LT, Exponential.LOWEST));
  }

  /** Returns 1 / (1 + e^-z). */
  static DoubleVector sigmoid(DoubleVector z) {
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    return one.div(exp(z.neg()).add(one)).blend(0, z.compare(LT, Exponential.LOWEST));
  }

  /** Returns tanh z. */
  static DoubleVector tanh(DoubleVector z) {
    DoubleVector size = z.abs();
    VectorMask<Double> near = size.compare(LT, Exponential.TANH_FAR);
    DoubleVector y = size.blend(Exponential.TANH_ONE, size.compare(GT, Exponential.TANH_ONE));
    DoubleVector t = y.mul(2 * Exponential.INVERSE_LN2).blend(0, near).add(Exponential.WHOLE);
    DoubleVector k = t.sub(Exponential.WHOLE);
    DoubleVector r = y.sub(k.mul(0.5 * Exponential.LN2_HIGH)).sub(k.mul(0.5 * Exponential.LN2_LOW));
    DoubleVector c = series(r);
    DoubleVector power =
        t.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE_BITS).reinterpretAsDoubles();
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector below = c.sub(r);
    DoubleVector denominator = power.mul(c.add(r)).add(below).add(power.add(one));
    DoubleVector numerator = below.add(below).add(2).blend(c.mul(r.add(r)), near);
    return one.blend(r, near)
        .sub(numerator.div(denominator))
        .reinterpretAsLongs()
        .or(z.reinterpretAsLongs().and(Long.MIN_VALUE))
        .reinterpretAsDoubles();
  }

  /** c = r^2 (C1 + r^2 (C2 + ...)). */
  private static DoubleVector series(DoubleVector r) {
    DoubleVector s = r.mul(r);
    DoubleVector s2 = s.mul(s);
    DoubleVector s4 = s2.mul(s2);
    DoubleVector odd = s2.mul(Exponential.C3).add(Exponential.C1);
    odd = odd.add(s4.mul(s2.mul(Exponential.C7).add(Exponential.C5)));
    DoubleVector even = s2.mul(Exponential.C4).add(Exponential.C2);
    even = even.add(s4.mul(s2.mul(Exponential.C8).add(Exponential.C6)));
    return s.mul(odd.add(s.mul(even)));
  }

  /** Returns ln(1 + e) for e from 0 to 1. */
  static DoubleVector log1p(DoubleVector e) {
    VectorMask<Double> far = e.compare(GT, Exponential.LOG_FAR);
    DoubleVector f = e.blend(e.mul(0.5).sub(0.5), far);
    DoubleVector w = f.div(f.add(2));
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
}
