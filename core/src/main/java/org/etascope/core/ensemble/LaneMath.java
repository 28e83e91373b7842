package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.HALF;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.TWO;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * Functions of {@link StrictMath} in SIMD lanes, bit for bit and for every double; any NaN stands
 * for any other.
 *
 * <p>StrictMath is fdlibm 5.3 by specification, so these are its algorithms, the same operations in
 * the same order, each rounded once (e_exp.c, s_expm1.c, s_tanh.c and s_log1p.c at
 * https://www.netlib.org/fdlibm). What differs is how a case is chosen: lanes that fdlibm treats
 * apart are blended in where that makes a difference, and where hardly any lane ever goes,
 * StrictMath itself is asked.
 *
 * <pre>
 *   Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 *   Permission to use, copy, modify, and distribute this software is freely granted,
 *   provided that this notice is preserved.
 * </pre>
 */
enum LaneMath implements LaneLoop {
  /** y = exp(y), as {@link StrictMath#exp}; fast for |y| <= 708. */
  EXP {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = at; p < at + count; p += Lanes.COUNT) {
        DoubleVector x = load(y, p);
        DoubleVector magnitude = x.abs();
        if (magnitude.compare(LE, EXP_NORMAL).allTrue()) {
          // x = k ln 2 + r, with r = high - low
          DoubleVector k = withSign(multipleOfLn2(magnitude), x);
          DoubleVector high = x.sub(k.mul(LN2_HIGH));
          DoubleVector low = k.mul(LN2_LOW);
          DoubleVector r = high.sub(low);

          // c = r - r^2 (P1 + r^2 (P2 + ...))
          DoubleVector t = r.mul(r);
          DoubleVector series = P4.add(t.mul(P5));
          series = P3.add(t.mul(series));
          series = P2.add(t.mul(series));
          series = P1.add(t.mul(series));
          DoubleVector c = r.sub(t.mul(series));

          // exp(r) = 1 - ((low - r c / (2 - c)) - high)
          DoubleVector quotient = r.mul(c).div(TWO.sub(c));
          DoubleVector expR = ONE.sub(low.sub(quotient).sub(high));

          // exp(x) = 2^k exp(r), but 1 + x where no more shows
          expR.reinterpretAsLongs()
              .add(exponent(k))
              .reinterpretAsDoubles()
              .blend(ONE.add(x), magnitude.compare(LT, EXP_LINEAR))
              .intoArray(y, p);
        } else {
          for (int q = p; q < p + Lanes.COUNT; q++) {
            y[q] = StrictMath.exp(y[q]);
          }
        }
      }
    }
  },

  /**
   * The first of three loops to tanh(z): y = e = r - expm1(r + c), where u = k ln 2 + (r + c), and
   * u = 2 |z| where |z| >= 1, u = -2 |z| below.
   */
  EXPM1_REST {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        // |r| = high - low rounded, and |c| is what that leaves
        DoubleVector magnitude = load(z, from + p).abs();
        DoubleVector twice = magnitude.add(magnitude);
        DoubleVector n = multipleOfLn2(twice);
        DoubleVector high = twice.sub(n.mul(LN2_HIGH));
        DoubleVector low = n.mul(LN2_LOW);
        DoubleVector sizeOfR = high.sub(low);
        DoubleVector sizeOfC = high.sub(sizeOfR).sub(low);

        // both take the sign of u
        VectorMask<Double> far = magnitude.compare(GE, ONE);
        DoubleVector r = sizeOfR.neg().blend(sizeOfR, far);
        DoubleVector c = sizeOfC.neg().blend(sizeOfC, far);

        // R = 1 + h (Q1 + h (Q2 + ...)), with h = r^2 / 2
        DoubleVector half = HALF.mul(r);
        DoubleVector h = r.mul(half);
        DoubleVector series = Q4.add(h.mul(Q5));
        series = Q3.add(h.mul(series));
        series = Q2.add(h.mul(series));
        series = Q1.add(h.mul(series));
        series = ONE.add(h.mul(series));

        // e = r (h (R - t) / (6 - r t) - c) - c - h, with t = 3 - R r / 2
        DoubleVector t = THREE.sub(series.mul(half));
        DoubleVector quotient = h.mul(series.sub(t).div(SIX.sub(r.mul(t))));
        r.mul(quotient.sub(c)).sub(c).sub(h).intoArray(y, at + p);
      }
    }
  },

  /**
   * The second: y = expm1(u). It is 2^k (a + (r - e)) - b, where (a, b) is (1 - 2^-k, 0) for k > 0,
   * (0, 0) for k = 0, (0, 1/2) for k = -1 and (1, 1) for k < -1, and from k = 20 on it is 2^k ((r -
   * (e + 2^-k)) + 1). Of fdlibm's other cases k = 1 does not occur, and beyond k = 56 tanh is 1
   * whatever this is.
   */
  EXPM1 {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        // u = k ln 2 + r, as before
        DoubleVector magnitude = load(z, from + p).abs();
        DoubleVector twice = magnitude.add(magnitude);
        DoubleVector n = multipleOfLn2(twice);
        DoubleVector sizeOfR = twice.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
        VectorMask<Double> far = magnitude.compare(GE, ONE);
        DoubleVector r = sizeOfR.neg().blend(sizeOfR, far);

        // 2^k and 2^-k
        LongVector k = exponent(n.neg().blend(n, far));
        DoubleVector scale = ONE_BITS.add(k).reinterpretAsDoubles();
        DoubleVector inverse = ONE_BITS.sub(k).reinterpretAsDoubles();

        // a and b
        VectorMask<Double> second = n.compare(GE, TWO);
        DoubleVector a = ZERO.blend(ONE, second).blend(ONE.sub(inverse), far);
        DoubleVector b = ZERO.blend(HALF, n.compare(EQ, ONE)).blend(ONE, second).blend(ZERO, far);

        // 2^k (a + (r - e)) - b, or with (r - (e + 2^-k)) + 1
        DoubleVector e = load(y, at + p);
        DoubleVector large = ONE.add(r.sub(e.add(inverse)));
        DoubleVector sum = a.add(r.sub(e)).blend(large, n.compare(GE, TWENTY));
        scale.mul(sum).sub(b).intoArray(y, at + p);
      }
    }
  },

  /** The third: y = tanh(z), as {@link StrictMath#tanh}. */
  TANH_OF_EXPM1 {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        // tanh |z| = 1 - 2 / (t + 2) where |z| >= 1, -t / (t + 2) below, and 1 from 22 on
        DoubleVector x = load(z, from + p);
        DoubleVector t = load(y, at + p);
        DoubleVector magnitude = x.abs();
        VectorMask<Double> far = magnitude.compare(GE, ONE);
        DoubleVector quotient = t.neg().blend(TWO, far).div(t.add(TWO));
        DoubleVector tanh =
            quotient.blend(ONE.sub(quotient), far).blend(ONE, magnitude.compare(GE, TANH_ONE));
        withSign(tanh, x).intoArray(y, at + p);
      }
    }
  },

  /** y = ln(1 + y), as {@link StrictMath#log1p}; fast from 0 to 2^53. */
  LOG1P {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = at; p < at + count; p += Lanes.COUNT) {
        DoubleVector x = load(y, p);
        if (x.compare(GE, ZERO).and(x.compare(LT, LOG1P_LARGE)).allTrue()) {
          // u = 1 + x rounded, u + c = 1 + x
          DoubleVector u = ONE.add(x);
          DoubleVector c = x.sub(u.sub(ONE)).blend(ONE.sub(u.sub(x)), u.compare(GE, TWO));

          // u = 2^k (1 + f), with 1 + f between sqrt(1/2) and sqrt(2)
          VectorMask<Double> near = x.compare(LT, LOG1P_NEAR);
          LongVector bits = u.reinterpretAsLongs();
          LongVector biased = bits.add(FROM_SQRT2).lanewise(LSHR, FRACTION_BITS);
          DoubleVector k = biased.add(BIASED).reinterpretAsDoubles().sub(LOW_BITS);
          LongVector scaled = bits.sub(biased.lanewise(LSHL, FRACTION_BITS)).add(ONE_BITS);
          DoubleVector f = scaled.reinterpretAsDoubles().sub(ONE).blend(x, near);

          // ln(1 + x) = k ln 2 + c / u + log1p(f)
          DoubleVector high = k.mul(LN2_HIGH).blend(ZERO, near);
          DoubleVector low = k.mul(LN2_LOW).add(c.div(u)).blend(ZERO, near);

          // R = s^2 (L1 + s^2 (L2 + ...)), with s = f / (2 + f)
          DoubleVector s = f.div(TWO.add(f));
          DoubleVector t = s.mul(s);
          DoubleVector series = L6.add(t.mul(L7));
          series = L5.add(t.mul(series));
          series = L4.add(t.mul(series));
          series = L3.add(t.mul(series));
          series = L2.add(t.mul(series));
          series = L1.add(t.mul(series));

          // log1p(f) = f - (h - s (h + R)) with h = f^2 / 2, but f - h (1 - 2/3 f) by powers of 2
          DoubleVector h = HALF.mul(f).mul(f);
          DoubleVector parabola = h.mul(ONE.sub(TWO_THIRDS.mul(f))).sub(low);
          VectorMask<Double> flat = f.compare(GE, FLAT_LOW).and(f.compare(LT, FLAT_HIGH));
          DoubleVector rest =
              h.sub(s.mul(h.add(t.mul(series))).add(low)).blend(parabola, flat.andNot(near));

          // and x - x^2 / 2 where no more shows
          high.sub(rest.sub(f))
              .blend(x.sub(x.mul(x).mul(HALF)), x.compare(LT, LOG1P_PARABOLA))
              .intoArray(y, p);
        } else {
          for (int q = p; q < p + Lanes.COUNT; q++) {
            y[q] = StrictMath.log1p(y[q]);
          }
        }
      }
    }
  };

  /** The loops to y = tanh(z). */
  static final LaneLoop[] TANH = {EXPM1_REST, EXPM1, TANH_OF_EXPM1};

  /** Adding it to a smaller double from 0 on, and taking it away, rounds that to a whole number. */
  private static final DoubleVector WHOLE = all(0x1p52);

  /** Adding it writes a small whole number into the low bits, in two's complement. */
  private static final DoubleVector LOW_BITS = all(0x1.8p52);

  private static final int FRACTION_BITS = 52;
  private static final LongVector ONE_BITS = ONE.reinterpretAsLongs();
  private static final LongVector SIGN = all(-0.0).reinterpretAsLongs();

  /** ln 2 in two parts, of which the first has zeros enough for its multiples to be exact. */
  private static final DoubleVector LN2_HIGH = all(0.6931471803691238);

  private static final DoubleVector LN2_LOW = all(1.9082149292705877e-10);
  private static final DoubleVector INVERSE_LN2 = all(1.4426950408889634);

  /** Just above ln(2) / 2, since fdlibm compares high words. */
  private static final DoubleVector HALF_LN2 = all(0x1.62e43p-2);

  /** Up to this |x|, exp(x) is neither infinite nor subnormal. */
  private static final DoubleVector EXP_NORMAL = all(708);

  /** Below this |x|, exp(x) is 1 + x rounded. */
  private static final DoubleVector EXP_LINEAR = all(0x1p-28);

  private static final DoubleVector P1 = all(0.16666666666666602);
  private static final DoubleVector P2 = all(-0.0027777777777015593);
  private static final DoubleVector P3 = all(6.613756321437934e-5);
  private static final DoubleVector P4 = all(-1.6533902205465252e-6);
  private static final DoubleVector P5 = all(4.1381367970572385e-8);

  /** From this |x| on tanh is 1. */
  private static final DoubleVector TANH_ONE = all(22);

  private static final DoubleVector Q1 = all(-0.03333333333333313);
  private static final DoubleVector Q2 = all(0.0015873015872548146);
  private static final DoubleVector Q3 = all(-7.93650757867488e-5);
  private static final DoubleVector Q4 = all(4.008217827329362e-6);
  private static final DoubleVector Q5 = all(-2.0109921818362437e-7);
  private static final DoubleVector THREE = all(3);
  private static final DoubleVector SIX = all(6);
  private static final DoubleVector TWENTY = all(20);

  /** Up to here, about sqrt(2) - 1, fdlibm has k = 0 and f = x. */
  private static final DoubleVector LOG1P_NEAR = all(0x1.a827ap-2);

  /** Below this |x|, ln(1 + x) is x - x^2 / 2 rounded. */
  private static final DoubleVector LOG1P_PARABOLA = all(0x1p-29);

  /** From here on 1 + x may be rounded up to more than its successor allows. */
  private static final DoubleVector LOG1P_LARGE = all(0x1p53);

  /** Adding it to the bits of a double carries into the exponent from sqrt(2) on. */
  private static final LongVector FROM_SQRT2 =
      LongVector.broadcast(LongVector.SPECIES_PREFERRED, (0x100000L - 0x6a09eL) << 32);

  /** Turns a biased exponent into the unbiased one, plus {@link #LOW_BITS}. */
  private static final LongVector BIASED = LOW_BITS.sub(all(1023)).reinterpretAsLongs();

  /** Where fdlibm finds |f| below 2^-20, by the high word of 1 + f. */
  private static final DoubleVector FLAT_LOW = all(-0x3p-21);

  private static final DoubleVector FLAT_HIGH = all(0x1p-20);
  private static final DoubleVector TWO_THIRDS = all(0.6666666666666666);

  private static final DoubleVector L1 = all(0.6666666666666735);
  private static final DoubleVector L2 = all(0.3999999999940942);
  private static final DoubleVector L3 = all(0.2857142874366239);
  private static final DoubleVector L4 = all(0.22222198432149784);
  private static final DoubleVector L5 = all(0.1818357216161805);
  private static final DoubleVector L6 = all(0.15313837699209373);
  private static final DoubleVector L7 = all(0.14798198605116586);

  /**
   * Returns trunc(x / ln 2 + 1/2) for x from 0 on, and 0 up to about ln(2) / 2: the multiple of ln
   * 2 that fdlibm takes from x, and from -x in the negative.
   */
  private static DoubleVector multipleOfLn2(DoubleVector x) {
    DoubleVector w = x.mul(INVERSE_LN2).add(HALF);

    // floor w: the nearest whole number, less 1 where that is above
    DoubleVector nearest = w.add(WHOLE).sub(WHOLE);
    DoubleVector floor = nearest.blend(nearest.sub(ONE), nearest.compare(GT, w));
    return floor.blend(ZERO, x.compare(LT, HALF_LN2));
  }

  /** Returns a small whole k as a difference of two exponent fields. */
  private static LongVector exponent(DoubleVector k) {
    return k.add(LOW_BITS).reinterpretAsLongs().lanewise(LSHL, FRACTION_BITS);
  }

  /** Returns {@code size} with the sign of another. */
  private static DoubleVector withSign(DoubleVector size, DoubleVector sign) {
    return size.abs()
        .reinterpretAsLongs()
        .or(sign.reinterpretAsLongs().and(SIGN))
        .reinterpretAsDoubles();
  }
}
