package org.etascope.core.ensemble;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.etascope.core.network.Activation;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.StandardActivation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LaneActivationTest {
  static Stream<Activation> activations() {
    return Stream.concat(
        Stream.of(StandardActivation.values()),
        Stream.of(new LeakyRelu(0), new LeakyRelu(0.01), new LeakyRelu(1)));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void hasTheBitsOfTheScalarActivation(Activation f) {
    for (double[] z : List.of(Doubles.anywhere(4), Doubles.usual(5), Doubles.boundaries())) {
      double[] dA = gradients(z.length);
      double[] dZ = dA.clone();
      double[] a = new double[z.length];
      LaneActivation.of(f).values(z, a, 0, z.length);
      LaneActivation.of(f).backward(dZ, z, a, 0, z.length);
      for (int p = 0; p < z.length; p++) {
        Doubles.assertSameBits(f.value(z[p]), a[p], f, z[p]);
        Doubles.assertSameBits(f.backward(dA[p], z[p], a[p]), dZ[p], f, dA[p], z[p]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void slopesHaveTheBitsOfTheScalarActivation(Activation f) {
    for (double[] z : List.of(Doubles.anywhere(4), Doubles.usual(5), Doubles.boundaries())) {
      int count = z.length - z.length % Lanes.COUNT;
      double[] dA = gradients(count);
      double[] dZ = dA.clone();
      double[] a = new double[count];
      double[] slopes = z.clone();
      LaneActivation.of(f).valuesAndSlopes(slopes, a, 0, count, LaneFunction.spare(count));
      LaneActivation.of(f).timesSlopes(dZ, slopes, 0, count);
      for (int p = 0; p < count; p++) {
        Doubles.assertSameBits(f.value(z[p]), a[p], f, z[p]);
        Doubles.assertSameBits(f.backward(dA[p], z[p], a[p]), dZ[p], f, dA[p], z[p]);
      }
    }
  }

  /** Every length up to two vectors of 8, and one that ends within a block, at several offsets. */
  @ParameterizedTest
  @MethodSource("activations")
  void touchesItsRangeAlone(Activation f) {
    double[] z = new SplittableRandom(6).doubles(1400, -4, 4).toArray();
    for (int from = 0; from < 9; from++) {
      for (int count : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 1303}) {
        double[] dA = gradients(z.length);
        double[] dZ = dA.clone();
        double[] a = dA.clone();
        LaneActivation.of(f).values(z, a, from, from + count);
        LaneActivation.of(f).backward(dZ, z, a, from, from + count);
        for (int p = 0; p < z.length; p++) {
          boolean within = p >= from && p < from + count;
          Doubles.assertSameBits(within ? f.value(z[p]) : dA[p], a[p], f, p);
          Doubles.assertSameBits(within ? f.backward(dA[p], z[p], a[p]) : dA[p], dZ[p], f, p);
        }
      }
    }
  }

  private static double[] gradients(int count) {
    double[] dA = new SplittableRandom(7).doubles(count, -1, 1).toArray();
    double[] special = {0, -0.0, Double.POSITIVE_INFINITY, Double.NaN};
    for (int p = 0; p < count; p += 11) {
      dA[p] = special[p % special.length];
    }
    return dA;
  }
}
