package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static org.etascope.core.ensemble.LaneLoop.EXP;
import static org.etascope.core.ensemble.LaneLoop.LOG1P_QUOTIENT;
import static org.etascope.core.ensemble.LaneLoop.MILLS;
import static org.etascope.core.ensemble.LaneLoop.MILLS_NUMERATOR;
import static org.etascope.core.ensemble.LaneLoop.REDUCE_BELL;
import static org.etascope.core.ensemble.LaneLoop.REDUCE_MINUS;
import static org.etascope.core.ensemble.LaneLoop.REDUCE_MINUS_SIZE;
import static org.etascope.core.ensemble.LaneLoop.REDUCE_TANH;
import static org.etascope.core.ensemble.LaneLoop.TANH_QUOTIENT;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.load;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.etascope.core.network.Activation;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.StandardActivation;

/**
 * An {@link Activation} over ranges of arrays, SIMD lanes at a time, with the bits of the scalar
 * one. Element p of one array belongs to element p of the others; whether these are points, neurons
 * or runs is the caller's matter. It has no state, so that threads may share it.
 */
abstract sealed class LaneActivation {
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
      case SOFTPLUS -> new Smooth(f, REDUCE_MINUS_SIZE, EXP, LOG1P_QUOTIENT, LaneLoop.SOFTPLUS);
      case GELU -> new Smooth(f, REDUCE_BELL, EXP, MILLS_NUMERATOR, MILLS, LaneLoop.GELU);
      case SILU -> new Smooth(f, REDUCE_MINUS, EXP, LaneLoop.SILU);
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
    for (int p = from; p < tail; p += LaneFunction.BLOCK) {
      valuesInLanes(z, a, p, Math.min(LaneFunction.BLOCK, tail - p));
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
    for (int p = from; p < tail; p += LaneFunction.BLOCK) {
      backwardInLanes(dA, z, a, p, Math.min(LaneFunction.BLOCK, tail - p));
    }
    for (int p = tail; p < to; p++) {
      dA[p] = scalar.backward(dA[p], z[p], a[p]);
    }
  }

  /**
   * Writes a = f(z) as {@link #values} does, and turns z into what {@link #timesSlopes} wants: the
   * slopes f'(z), which share most of the work, or z itself for ReLU.
   *
   * @param z pre-activations, any doubles; become slopes
   * @param a where their activations go; not z
   * @param from the first element
   * @param to the element after the last, whole vectors later
   * @param spare {@linkplain LaneFunction#spare room} for as many elements
   */
  abstract void valuesAndSlopes(double[] z, double[] a, int from, int to, double[] spare);

  /**
   * Turns dL/da into dL/dz in place, as {@link #backward} does.
   *
   * @param dA the gradient dL/da; becomes dL/dz
   * @param slopes what {@link #valuesAndSlopes} left
   * @param from the first element
   * @param to the element after the last, whole vectors later
   */
  void timesSlopes(double[] dA, double[] slopes, int from, int to) {
    times(slopes, from, dA, from, to - from);
  }

  /** {@link #values} of elements that fill whole vectors, a block at most. */
  abstract void valuesInLanes(double[] z, double[] a, int from, int count);

  /** {@link #backward} of elements that fill whole vectors, a block at most. */
  abstract void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count);

  /** dz = dA f'. */
  private static void times(double[] slopes, int at, double[] dA, int from, int count) {
    for (int p = 0; p < count; p += Lanes.COUNT) {
      load(dA, from + p).mul(load(slopes, at + p)).intoArray(dA, from + p);
    }
  }

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

    @Override
    void valuesAndSlopes(double[] z, double[] a, int from, int to, double[] spare) {
      valuesInLanes(z, a, from, to - from);
    }

    /** A ReLU that is off makes 0 even of infinities, as no product with a slope does. */
    @Override
    void timesSlopes(double[] dA, double[] z, int from, int to) {
      backwardInLanes(dA, z, z, from, to - from);
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
    void valuesAndSlopes(double[] z, double[] a, int from, int to, double[] spare) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // f' = 1 where z > 0, else slope
        DoubleVector zp = load(z, p);
        VectorMask<Double> on = zp.compare(GT, ZERO);
        zp.mul(slope).blend(zp, on).intoArray(a, p);
        all(slope).blend(1, on).intoArray(z, p);
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

  /** A function whose value and slope are computed together. */
  private static sealed class Smooth extends LaneActivation {
    private final LaneFunction function;

    Smooth(Activation scalar, LaneLoop... loops) {
      super(scalar);
      this.function = new LaneFunction(loops);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      double[] slopes = Arrays.copyOfRange(z, from, from + count);
      function.apply(slopes, 0, a, from, count, LaneFunction.spare(count));
    }

    @Override
    void valuesAndSlopes(double[] z, double[] a, int from, int to, double[] spare) {
      function.apply(z, from, a, from, to - from, spare);
    }

    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {
      double[] slopes = Arrays.copyOfRange(z, from, from + count);
      function.apply(slopes, 0, new double[count], 0, count, LaneFunction.spare(count));
      times(slopes, 0, dA, from, count);
    }
  }

  private static final class Sigmoid extends Smooth {
    Sigmoid() {
      super(Activation.SIGMOID, REDUCE_MINUS, EXP, LaneLoop.SIGMOID);
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

  private static final class Tanh extends Smooth {
    Tanh() {
      super(Activation.TANH, REDUCE_TANH, TANH_QUOTIENT, LaneLoop.TANH);
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

  private static final class Identity extends LaneActivation {
    Identity() {
      super(Activation.IDENTITY);
    }

    @Override
    void valuesInLanes(double[] z, double[] a, int from, int count) {
      System.arraycopy(z, from, a, from, count);
    }

    @Override
    void valuesAndSlopes(double[] z, double[] a, int from, int to, double[] spare) {
      valuesInLanes(z, a, from, to - from);
      Arrays.fill(z, from, to, 1);
    }

    /** dz = dA. */
    @Override
    void backwardInLanes(double[] dA, double[] z, double[] a, int from, int count) {}

    /** dz = dA. */
    @Override
    void timesSlopes(double[] dA, double[] slopes, int from, int to) {}
  }
}
