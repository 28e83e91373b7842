package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.network.Activation;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.StandardActivation;

/**
 * An {@link Activation} over ranges of arrays, SIMD lanes at a time, with the bits of the scalar
 * one. Element p of one array belongs to element p of the others; whether these are points, neurons
 * or runs is the caller's matter. It has no state, so that threads may share it.
 */
abstract sealed class LaneActivation {
  /** As many elements pass through all loops of a function before the next: 4 KiB. */
  private static final int BLOCK = 512;

  private final Activation scalar;

  private LaneActivation(Activation scalar) {
    this.scalar = scalar;
  }

  /** Returns the function f in lanes. */
  static LaneActivation of(Activation f) {
    if (f instanceof LeakyRelu leaky) {
      return new Leaky(leaky);
    }
    return switch ((StandardActivation) f) {
      case RELU -> new Relu();
      case SIGMOID -> new Sigmoid();
      case TANH -> new Tanh();
      case SOFTPLUS -> new Smooth(f, ActivationLoop.SOFTPLUS_VALUE, ActivationLoop.SOFTPLUS_SLOPE);
      case GELU -> new Smooth(f, ActivationLoop.GELU_VALUE, ActivationLoop.GELU_SLOPE);
      case SILU -> new Smooth(f, ActivationLoop.SILU_VALUE, ActivationLoop.SILU_SLOPE);
      case IDENTITY -> new Identity();
    };
  }

  /**
   * Writes a = f(z), as {@link Activation#value} has it.
   *
   * @param z pre-activations, any doubles
   * @param a where their activations go; not z
   * @param from the first element
   * @param to the element after the last
   */
  final void values(double[] z, double[] a, int from, int to) {
    int tail = to - (to - from) % Lanes.COUNT;
    for (int p = from; p < tail; p += BLOCK) {
      valuesInLanes(z, a, p, Math.min(BLOCK, tail - p));
    }
    for (int p = tail; p < to; p++) {
      a[p] = scalar.value(z[p]);
    }
  }

  /**
   * Turns dL/da into dL/dz in place, as {@link Activation#backward} has it.
   *
   * @param dA the gradient dL/da; becomes dL/dz
   * @param z the pre-activations
   * @param a their activations f(z)
   * @param from the first element
   * @param to the element after the last
   */
  final void backward(double[] dA, double[] z, double[] a, int from, int to) {
    int tail = to - (to - from) % Lanes.COUNT;
    for (int p = from; p < tail; p += BLOCK) {
      backwardInLanes(dA, z, a, p, Math.min(BLOCK, tail - p));
    }
    for (int p = tail; p < to; p++) {
      dA[p] = scalar.backward(dA[p], z[p], a[p]);
    }
  }

  /** {@link #values} of at most {@link #BLOCK} elements that fill whole vectors. */
  abstract void valuesInLanes(double[] z, double[] a, int from, int count);

  /** {@link #backward} of at most {@link #BLOCK} elements that fill whole vectors. */
  abstract void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count);

  private static final class Relu extends LaneActivation {
    Relu() {
      super(Activation.RELU);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // a = 0 where z <= 0, else z
        DoubleVector zp = load(z, p);
        zp.blend(ZERO, zp.compare(LE, ZERO)).intoArray(a, p);
      }
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // dz = dA where z > 0, else 0
        ZERO.blend(load(dA, p), load(z, p).compare(GT, ZERO)).intoArray(dA, p);
      }
    }
  }

  private static final class Leaky extends LaneActivation {
    private final double slope;

    Leaky(LeakyRelu scalar) {
      super(scalar);
      slope = scalar.slope();
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // a = z where z > 0, else slope z
        DoubleVector zp = load(z, p);
        zp.mul(slope).blend(zp, zp.compare(GT, ZERO)).intoArray(a, p);
      }
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // dz = dA where z > 0, else slope dA
        DoubleVector dAp = load(dA, p);
        dAp.mul(slope).blend(dAp, load(z, p).compare(GT, ZERO)).intoArray(dA, p);
      }
    }
  }

  private static final class Sigmoid extends LaneActivation {
    Sigmoid() {
      super(Activation.SIGMOID);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      LaneLoop.run(ActivationLoop.SIGMOID_VALUE, z, from, a, from, count);
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // dz = dA (a (1 - a))
        DoubleVector ap = load(a, p);
        load(dA, p).mul(ap.mul(ONE.sub(ap))).intoArray(dA, p);
      }
    }
  }

  private static final class Tanh extends LaneActivation {
    Tanh() {
      super(Activation.TANH);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      LaneLoop.run(LaneMath.TANH, z, from, a, from, count);
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      for (int p = from; p < from + count; p += Lanes.COUNT) {
        // dz = dA (1 - a^2)
        DoubleVector ap = load(a, p);
        load(dA, p).mul(ONE.sub(ap.mul(ap))).intoArray(dA, p);
      }
    }
  }

  /** A function whose slope is computed from z alone. */
  private static final class Smooth extends LaneActivation {
    private final LaneLoop[] value;
    private final LaneLoop[] slope;

    Smooth(Activation scalar, LaneLoop[] value, LaneLoop[] slope) {
      super(scalar);
      this.value = value;
      this.slope = slope;
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      LaneLoop.run(value, z, from, a, from, count);
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      double[] slopes = new double[count];
      LaneLoop.run(slope, z, from, slopes, 0, count);
      for (int p = 0; p < count; p += Lanes.COUNT) {
        // dz = dA f'(z)
        load(dA, from + p).mul(load(slopes, p)).intoArray(dA, from + p);
      }
    }
  }

  private static final class Identity extends LaneActivation {
    Identity() {
      super(Activation.IDENTITY);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      System.arraycopy(z, from, a, from, count);
    }

    /** dz = dA. */
    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {}
  }
}
