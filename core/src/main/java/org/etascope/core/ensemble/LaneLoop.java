package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.etascope.core.network.Exponential;
import org.etascope.core.network.StandardNormal;

/**
 * One loop of a {@link LaneFunction}, a vector at a time, with the bits of the scalar functions.
 *
 * <p>Loops are short because a processor looks ahead over some hundred operations only: while a
 * long chain of them waits for its links, it has to have the next chains in sight. So three loops
 * over a cached block take less time than one that does the same.
 */
enum LaneLoop {
  /** e^-z: a = r, spare = 2^k. */
  REDUCE_MINUS {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.reduce(load(z, from + p).neg(), a, at + p, spare, p);
      }
    }
  },

  /** e^-|z|: a = r, spare = 2^k. */
  REDUCE_MINUS_SIZE {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.reduce(load(z, from + p).abs().neg(), a, at + p, spare, p);
      }
    }
  },

  /** e^(-z^2 / 2): a = r, spare = 2^k. */
  REDUCE_BELL {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        LaneExponential.reduce(zp.mul(zp).mul(-0.5), a, at + p, spare, p);
      }
    }
  },

  /** Given r in a and 2^k in spare: a = 2^k e^r. */
  EXP {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.exp(load(a, at + p), load(spare, p)).intoArray(a, at + p);
      }
    }
  },

  /** Given e^-z in a: a = 1 / (1 + e^-z), z = a (1 - a). */
  SIGMOID {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        VectorMask<Double> off = load(z, from + p).compare(LT, Exponential.LOWEST);
        DoubleVector ap = ONE.div(load(a, at + p).add(1)).blend(0, off);
        ap.intoArray(a, at + p);
        ap.mul(ONE.sub(ap)).intoArray(z, from + p);
      }
    }
  },

  /** Given e^-z in a: a = z / (1 + e^-z), z = s (1 + z (1 - s)), with s = 1 / (1 + e^-z). */
  SILU {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector below = load(a, at + p).add(1);
        VectorMask<Double> off = zp.compare(LT, Exponential.LOWEST);
        DoubleVector s = ONE.div(below).blend(0, off);
        zp.div(below).blend(0, off).intoArray(a, at + p);
        s.mul(ONE.add(zp.mul(ONE.sub(s)))).intoArray(z, from + p);
      }
    }
  },

  /** tanh z: a = r, spare = 2^k. */
  REDUCE_TANH {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.reduceTanh(load(z, from + p), a, at + p, spare, p);
      }
    }
  },

  /**
   * Given r in a and 2^k in spare, which is 1 near 0: a = the numerator, spare = the denominator.
   */
  TANH_QUOTIENT {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector r = load(a, at + p);
        DoubleVector power = load(spare, p);
        DoubleVector c = LaneExponential.series(r);
        DoubleVector below = c.sub(r);
        power.mul(c.add(r)).add(below).add(power.add(1)).intoArray(spare, p);
        below.add(below).add(2).blend(c.mul(r.add(r)), power.compare(EQ, 1)).intoArray(a, at + p);
      }
    }
  },

  /** Given the numerator in a and the denominator in spare: a = tanh z, z = 1 - a^2. */
  TANH {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector ap = LaneExponential.tanh(load(z, from + p), load(a, at + p), load(spare, p));
        ap.intoArray(a, at + p);
        ONE.sub(ap.mul(ap)).intoArray(z, from + p);
      }
    }
  },

  /** Given e in a: spare = w, for ln(1 + e). */
  LOG1P_QUOTIENT {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.logQuotient(load(a, at + p)).intoArray(spare, p);
      }
    }
  },

  /** Given e in a and w in spare: a = ln(1 + e). */
  LOG1P {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.log1p(load(a, at + p), load(spare, p)).intoArray(a, at + p);
      }
    }
  },

  /**
   * Given e = e^-|z| in a and w in spare: a = max(0, z) + ln(1 + e), z = (z > 0 ? 1 : e) / (1 + e).
   */
  SOFTPLUS {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector e = load(a, at + p);
        DoubleVector log = LaneExponential.log1p(e, load(spare, p));
        zp.blend(0, zp.compare(LE, 0)).add(log).intoArray(a, at + p);
        e.blend(ONE, zp.compare(GT, 0)).div(ONE.add(e)).intoArray(z, from + p);
      }
    }
  },

  /** spare = the numerator of H(|z|). */
  MILLS_NUMERATOR {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneNormal.above(load(z, from + p).abs()).intoArray(spare, p);
      }
    }
  },

  /** Given the numerator in spare: spare = H(|z|). */
  MILLS {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector above = load(spare, p);
        above.div(LaneNormal.below(load(z, from + p).abs())).intoArray(spare, p);
      }
    }
  },

  /** Given e^(-z^2 / 2) in a and H(|z|) in spare: a = z Phi, z = Phi + z phi. */
  GELU {
    @Override
    void apply(double[] z, int from, double[] a, int at, double[] spare, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector bell = load(a, at + p);
        DoubleVector tail = bell.mul(load(spare, p));
        DoubleVector cdf = tail.blend(ONE.sub(tail), zp.compare(GT, 0));
        zp.mul(cdf).intoArray(a, at + p);
        cdf.add(zp.mul(bell.mul(StandardNormal.INVERSE_SQRT_TWO_PI))).intoArray(z, from + p);
      }
    }
  };

  /**
   * Computes elements z[from + i], a[at + i] and spare[i] from the same three.
   *
   * @param z pre-activations, which may become slopes
   * @param from the first element of z
   * @param a what becomes activations; may not be z
   * @param at the first element of a
   * @param spare what the next loop is to know; neither of the others
   * @param count how many elements, a multiple of {@link Lanes#COUNT}
   */
  abstract void apply(double[] z, int from, double[] a, int at, double[] spare, int count);
}
