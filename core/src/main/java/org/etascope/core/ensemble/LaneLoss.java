package org.etascope.core.ensemble;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.etascope.core.ensemble.Lanes.HALF;
import static org.etascope.core.ensemble.Lanes.ONE;
import static org.etascope.core.ensemble.Lanes.TWO;
import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.all;
import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Huber;
import org.etascope.core.network.Loss;
import org.etascope.core.network.StandardLoss;

/**
 * A {@link Loss} over ranges of arrays, SIMD lanes at a time, with the bits of the scalar one.
 * Element p of one array belongs to element p of the others. Nothing is summed here, since a sum
 * has an order. It has no state, so that threads may share it.
 */
abstract sealed class LaneLoss {
  private final Loss scalar;

  private LaneLoss(Loss scalar) {
    this.scalar = scalar;
  }

  /** Returns a loss in lanes. */
  static LaneLoss of(Loss loss) {
    if (loss instanceof Huber huber) {
      return new HuberLoss(huber);
    }
    return switch ((StandardLoss) loss) {
      case HALF_MSE -> new HalfMse();
      case MSE -> new Mse();
      case MAE -> new Mae();
      case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropy();
    };
  }

  /**
   * Writes l(yhat, y), as {@link Loss#value} has it.
   *
   * @param prediction yhat, any doubles
   * @param target y
   * @param loss where the losses go; neither of the others
   * @param from the first element
   * @param to the element after the last
   */
  final void values(double[] prediction, double[] target, double[] loss, int from, int to) {
    int tail = to - (to - from) % Lanes.COUNT;
    valuesInLanes(prediction, target, loss, from, tail);
    for (int p = tail; p < to; p++) {
      loss[p] = scalar.value(prediction[p], target[p]);
    }
  }

  /**
   * Writes dl/dyhat, as {@link Loss#derivative} has it.
   *
   * @param prediction yhat, any doubles
   * @param target y
   * @param dA where the derivatives go; neither of the others
   * @param from the first element
   * @param to the element after the last
   */
  final void derivatives(double[] prediction, double[] target, double[] dA, int from, int to) {
    int tail = to - (to - from) % Lanes.COUNT;
    derivativesInLanes(prediction, target, dA, from, tail);
    for (int p = tail; p < to; p++) {
      dA[p] = scalar.derivative(prediction[p], target[p]);
    }
  }

  /** {@link #values} of a range of whole vectors. */
  abstract void valuesInLanes(
      double[] prediction, double[] target, double[] loss, int from, int to);

  /** {@link #derivatives} of a range of whole vectors. */
  abstract void derivativesInLanes(
      double[] prediction, double[] target, double[] dA, int from, int to);

  private static DoubleVector residual(double[] prediction, double[] target, int p) {
    return load(prediction, p).sub(load(target, p));
  }

  private static final class HalfMse extends LaneLoss {
    HalfMse() {
      super(Loss.HALF_MSE);
    }

    @Override
    void valuesInLanes(double[] prediction, double[] target, double[] loss, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // l = r^2 / 2
        DoubleVector r = residual(prediction, target, p);
        HALF.mul(r.mul(r)).intoArray(loss, p);
      }
    }

    @Override
    void derivativesInLanes(double[] prediction, double[] target, double[] dA, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // dl/dyhat = r
        residual(prediction, target, p).intoArray(dA, p);
      }
    }
  }

  private static final class Mse extends LaneLoss {
    Mse() {
      super(Loss.MSE);
    }

    @Override
    void valuesInLanes(double[] prediction, double[] target, double[] loss, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // l = r^2
        DoubleVector r = residual(prediction, target, p);
        r.mul(r).intoArray(loss, p);
      }
    }

    @Override
    void derivativesInLanes(double[] prediction, double[] target, double[] dA, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // dl/dyhat = 2 r
        TWO.mul(residual(prediction, target, p)).intoArray(dA, p);
      }
    }
  }

  private static final class Mae extends LaneLoss {
    Mae() {
      super(Loss.MAE);
    }

    @Override
    void valuesInLanes(double[] prediction, double[] target, double[] loss, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // l = |r|
        residual(prediction, target, p).abs().intoArray(loss, p);
      }
    }

    @Override
    void derivativesInLanes(double[] prediction, double[] target, double[] dA, int from, int to) {
      for (int p = from; p < to; p += Lanes.COUNT) {
        // dl/dyhat = sign r, which leaves zeros and NaN as they are
        DoubleVector r = residual(prediction, target, p);
        r.blend(ONE, r.compare(GT, ZERO)).blend(ONE.neg(), r.compare(LT, ZERO)).intoArray(dA, p);
      }
    }
  }

  private static final class HuberLoss extends LaneLoss {
    private final double delta;

    HuberLoss(Huber scalar) {
      super(scalar);
      delta = scalar.delta();
    }

    @Override
    void valuesInLanes(double[] prediction, double[] target, double[] loss, int from, int to) {
      DoubleVector d = all(delta);
      DoubleVector half = all(0.5 * delta);
      for (int p = from; p < to; p += Lanes.COUNT) {
        // l = r^2 / 2 where |r| <= delta, else delta (|r| - delta / 2)
        DoubleVector r = residual(prediction, target, p).abs();
        d.mul(r.sub(half)).blend(HALF.mul(r.mul(r)), r.compare(LE, d)).intoArray(loss, p);
      }
    }

    @Override
    void derivativesInLanes(double[] prediction, double[] target, double[] dA, int from, int to) {
      DoubleVector d = all(delta);
      DoubleVector minus = all(-delta);
      for (int p = from; p < to; p += Lanes.COUNT) {
        // dl/dyhat = r cut to [-delta, delta], NaN as it is
        DoubleVector r = residual(prediction, target, p);
        r.blend(d, r.compare(GT, d)).blend(minus, r.compare(LT, minus)).intoArray(dA, p);
      }
    }
  }

  private static final class BinaryCrossEntropy extends LaneLoss {
    private final LaneFunction log1pExp =
        new LaneFunction(
            LaneLoop.REDUCE_MINUS_SIZE, LaneLoop.EXP, LaneLoop.LOG1P_QUOTIENT, LaneLoop.LOG1P);

    private final LaneActivation sigmoid = LaneActivation.of(Activation.SIGMOID);

    BinaryCrossEntropy() {
      super(Loss.BINARY_CROSS_ENTROPY);
    }

    @Override
    void valuesInLanes(double[] prediction, double[] target, double[] loss, int from, int to) {
      log1pExp.apply(prediction, from, loss, from, to - from, LaneFunction.spare(to - from));
      for (int p = from; p < to; p += Lanes.COUNT) {
        // l = max(0, yhat) - yhat y + ln(1 + e^-|yhat|)
        DoubleVector yhat = load(prediction, p);
        yhat.blend(ZERO, yhat.compare(LE, ZERO))
            .sub(yhat.mul(load(target, p)))
            .add(load(loss, p))
            .intoArray(loss, p);
      }
    }

    @Override
    void derivativesInLanes(double[] prediction, double[] target, double[] dA, int from, int to) {
      sigmoid.values(prediction, dA, from, to);
      for (int p = from; p < to; p += Lanes.COUNT) {
        // dl/dyhat = s - y
        residual(dA, target, p).intoArray(dA, p);
      }
    }
  }
}
