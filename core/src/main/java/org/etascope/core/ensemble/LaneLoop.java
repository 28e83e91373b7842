package org.etascope.core.ensemble;

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
 * One loop over ranges of two arrays, a vector at a time, with the bits of the scalar functions. A
 * function that takes more than some forty vector operations is a sequence of these.
 *
 * <p>That is for the compiler's sake. It stops inlining methods that are not annotated for it, as
 * the Vector API is, after about that many operations in one compiled method, and a vector that
 * meets a call goes to the heap, at several times the cost of computing it. So each loop has to
 * stay a method of its own, which {@link #run} sees to.
 */
enum LaneLoop {
  /** a = sigmoid z = 1 / (1 + e^-z), z = a (1 - a). */
  SIGMOID {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector ap = LaneExponential.sigmoid(load(z, from + p));
        ap.intoArray(a, at + p);
        ap.mul(ONE.sub(ap)).intoArray(z, from + p);
      }
    }
  },

  /** a = tanh z, z = 1 - a^2. */
  TANH {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector ap = LaneExponential.tanh(load(z, from + p));
        ap.intoArray(a, at + p);
        ONE.sub(ap.mul(ap)).intoArray(z, from + p);
      }
    }
  },

  /** a = e^-z. */
  EXP_OF_MINUS {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.exp(load(z, from + p).neg()).intoArray(a, at + p);
      }
    }
  },

  /** Given e^-z in a: a = z / (1 + e^-z), z = s (1 + z (1 - s)), with s = 1 / (1 + e^-z). */
  SILU {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
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

  /** a = e^-|z|. */
  EXP_OF_MINUS_SIZE {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneExponential.exp(load(z, from + p).abs().neg()).intoArray(a, at + p);
      }
    }
  },

  /** a = ln(1 + a). */
  LOG1P {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = at; p < at + count; p += Lanes.COUNT) {
        LaneExponential.log1p(load(a, p)).intoArray(a, p);
      }
    }
  },

  /** Given e = e^-|z| in a: a = max(0, z) + ln(1 + e), z = (z > 0 ? 1 : e) / (1 + e). */
  SOFTPLUS {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector e = load(a, at + p);
        zp.blend(0, zp.compare(LE, 0)).add(LaneExponential.log1p(e)).intoArray(a, at + p);
        e.blend(ONE, zp.compare(GT, 0)).div(ONE.add(e)).intoArray(z, from + p);
      }
    }
  },

  /** a = the numerator of H(|z|). */
  MILLS_ABOVE {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        LaneNormal.above(load(z, from + p).abs()).intoArray(a, at + p);
      }
    }
  },

  /** Given the numerator in a: a = H(|z|). */
  MILLS {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector above = load(a, at + p);
        above.div(LaneNormal.below(load(z, from + p).abs())).intoArray(a, at + p);
      }
    }
  },

  /** Given H in a: a = z Phi, z = Phi + z phi. */
  GELU {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector ratio = load(a, at + p);
        DoubleVector bell = LaneNormal.bell(zp);
        DoubleVector tail = bell.mul(ratio);
        DoubleVector cdf = tail.blend(ONE.sub(tail), zp.compare(GT, 0));
        zp.mul(cdf).intoArray(a, at + p);
        cdf.add(zp.mul(bell.mul(StandardNormal.INVERSE_SQRT_TWO_PI))).intoArray(z, from + p);
      }
    }
  },

  /** Given slopes in z and dA in a: a = dA f'. */
  BACKWARD {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        load(a, at + p).mul(load(z, from + p)).intoArray(a, at + p);
      }
    }
  },

  /** Does nothing: see {@link #run}. */
  IDLE {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {}
  },

  /** Does nothing, and is of another kind. */
  IDLE_TOO {
    @Override
    void apply(double[] z, int from, double[] a, int at, int count) {}
  };

  private static final LaneLoop[] IDLES = {IDLE, IDLE_TOO};

  /**
   * Computes elements z[from + i] and a[at + i] from the same two.
   *
   * @param z pre-activations, which may become slopes
   * @param from the first element of z
   * @param a what becomes activations; may not be z
   * @param at the first element of a
   * @param count how many elements, a multiple of {@link Lanes#COUNT}
   */
  abstract void apply(double[] z, int from, double[] a, int at, int count);

  /**
   * Applies loops one after the other, and then the two that do nothing. So its one call meets
   * three kinds of loop or more, none of them nearly always, whatever the network; and the compiler
   * inlines what a call of one or two kinds leads to, but not of three.
   */
  static void run(LaneLoop[] loops, double[] z, int from, double[] a, int at, int count) {
    for (int k = 0; k < loops.length + IDLES.length; k++) {
      LaneLoop loop = k < loops.length ? loops[k] : IDLES[k - loops.length];
      loop.apply(z, from, a, at, count);
    }
  }
}
