package org.etascope.core.ensemble;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.etascope.core.network.Huber;
import org.etascope.core.network.Loss;
import org.etascope.core.network.StandardLoss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LaneLossTest {
  static Stream<Loss> losses() {
    return Stream.concat(Stream.of(StandardLoss.values()), Stream.of(new Huber(1), new Huber(0.3)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void hasTheBitsOfTheScalarLoss(Loss l) {
    for (double[] yhat : List.of(Doubles.anywhere(8), Doubles.usual(9), Doubles.boundaries())) {
      check(l, yhat, yhat.clone(), 0, yhat.length);
      check(l, yhat, new double[yhat.length], 0, yhat.length);
      check(l, yhat, new SplittableRandom(10).doubles(yhat.length).toArray(), 0, yhat.length);
      check(l, yhat, Doubles.anywhere(11), 0, Math.min(yhat.length, 1_000_000));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void touchesItsRangeAlone(Loss l) {
    double[] yhat = new SplittableRandom(12).doubles(40, -4, 4).toArray();
    double[] y = new SplittableRandom(13).doubles(40, 0, 1).toArray();
    for (int from = 0; from < 9; from++) {
      for (int to = from; to <= y.length; to++) {
        check(l, yhat, y, from, to);
      }
    }
  }

  private static void check(Loss l, double[] yhat, double[] y, int from, int to) {
    double[] loss = new double[yhat.length];
    double[] dA = new double[yhat.length];
    LaneLoss.of(l).values(yhat, y, loss, from, to);
    LaneLoss.of(l).derivatives(yhat, y, dA, from, to);
    for (int p = 0; p < yhat.length; p++) {
      boolean within = p >= from && p < to;
      Doubles.assertSameBits(within ? l.value(yhat[p], y[p]) : 0, loss[p], l, yhat[p], y[p]);
      Doubles.assertSameBits(within ? l.derivative(yhat[p], y[p]) : 0, dA[p], l, yhat[p], y[p]);
    }
  }
}
