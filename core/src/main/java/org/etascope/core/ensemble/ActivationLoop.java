package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;

/** What the smooth activations do before and after {@link LaneMath}. */
enum ActivationLoop implements LaneLoop {
  /** y = -z. */
  MINUS_Z {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        load(z, from + p).neg().intoArray(y, at + p);
      }
    }
  },

  /** y = -|z|. */
  MINUS_SIZE {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        load(z, from + p).abs().neg().intoArray(y, at + p);
      }
    }
  },

  /** y = -z^2 / 2. */
  MINUS_HALF_SQUARE {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        MINUS_HALF.mul(zp.mul(zp)).intoArray(y, at + p);
      }
    }
  },

  /** y = 1 / (1 + y): sigmoid(z), given exp(-z). */
  SIGMOID {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = at; p < at + count; p += Lanes.COUNT) {
        ONE.div(ONE.add(load(y, p))).intoArray(y, p);
      }
    }
  },

  /** y = max(0, z) + y: softplus(z), given ln(1 + exp(-|z|)). */
  SOFTPLUS {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        zp.blend(ZERO, zp.compare(LE, ZERO)).add(load(y, at + p)).intoArray(y, at + p);
      }
    }
  },

  /** y = z Phi(z): GELU(z), given exp(-z^2 / 2). */
  GELU {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        zp.mul(LaneNormal.cdf(zp, load(y, at + p))).intoArray(y, at + p);
      }
    }
  },

  /** y = Phi + z phi: the slope of GELU, given exp(-z^2 / 2). */
  SLOPE_OF_GELU {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector zp = load(z, from + p);
        DoubleVector bell = load(y, at + p);
        LaneNormal.cdf(zp, bell).add(zp.mul(LaneNormal.density(bell))).intoArray(y, at + p);
      }
    }
  },

  /** y = z / (1 + y): SiLU(z), given exp(-z). */
  SILU {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        load(z, from + p).div(ONE.add(load(y, at + p))).intoArray(y, at + p);
      }
    }
  },

  /** y = s (1 + z (1 - s)) with s = 1 / (1 + y): the slope of SiLU, given exp(-z). */
  SLOPE_OF_SILU {
    @Override
    public void apply(double[] z, int from, double[] y, int at, int count) {
      for (int p = 0; p < count; p += Lanes.COUNT) {
        DoubleVector s = ONE.div(ONE.add(load(y, at + p)));
        DoubleVector zp = load(z, from + p);
        s.mul(ONE.add(zp.mul(ONE.sub(s)))).intoArray(y, at + p);
      }
    }
  };

  private static final DoubleVector MINUS_HALF = all(-0.5);

  static final LaneLoop[] SIGMOID_VALUE = {MINUS_Z, LaneMath.EXP, SIGMOID};
  static final LaneLoop[] LOG1P_EXP = {MINUS_SIZE, LaneMath.EXP, LaneMath.LOG1P};
  static final LaneLoop[] SOFTPLUS_VALUE = {MINUS_SIZE, LaneMath.EXP, LaneMath.LOG1P, SOFTPLUS};
  static final LaneLoop[] SOFTPLUS_SLOPE = SIGMOID_VALUE;
  static final LaneLoop[] GELU_VALUE = {MINUS_HALF_SQUARE, LaneMath.EXP, GELU};
  static final LaneLoop[] GELU_SLOPE = {MINUS_HALF_SQUARE, LaneMath.EXP, SLOPE_OF_GELU};
  static final LaneLoop[] SILU_VALUE = {MINUS_Z, LaneMath.EXP, SILU};
  static final LaneLoop[] SILU_SLOPE = {MINUS_Z, LaneMath.EXP, SLOPE_OF_SILU};
}
