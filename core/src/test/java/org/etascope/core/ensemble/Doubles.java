package org.etascope.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Doubles to try functions on. */
final class Doubles {
  private static final double LN2 = 0.6931471805599453;

  private Doubles() {}

  /**
   * Returns a million doubles of any sign, exponent and fraction, NaN and subnormals among them.
   */
  static double[] anywhere(long seed) {
    return new SplittableRandom(seed)
        .longs(1_000_000)
        .mapToDouble(Double::longBitsToDouble)
        .toArray();
  }

  /** Returns a million doubles from -50 to 50. */
  static double[] usual(long seed) {
    return new SplittableRandom(seed).doubles(1_000_000, -50, 50).toArray();
  }

  /** Returns a million doubles that lie as the exponentials of 0 to -40 do. */
  static double[] fractions(long seed) {
    return new SplittableRandom(seed).doubles(1_000_000, -40, 0).map(Math::exp).toArray();
  }

  /**
   * Returns, with both signs and 3 units in the last place to each side, where functions change
   * from case to case, where products and sums have ties, and the special values.
   */
  static double[] boundaries() {
    DoubleStream thresholds =
        DoubleStream.of(
            0,
            0x1p-20,
            0x1p-28,
            0x1p-29,
            0x1p-54,
            0x1p-55,
            0x1p-56,
            0.25,
            0.5,
            1,
            2,
            20,
            40,
            708,
            708.3964185322641,
            709.782712893384,
            745.1332191019411,
            37.64021,
            37.62978,
            0x1p52,
            0x1p53,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN);
    DoubleStream multiplesOfLn2 =
        IntStream.rangeClosed(0, 1080)
            .boxed()
            .flatMapToDouble(
                k ->
                    DoubleStream.of(
                        k * LN2, (k + 0.5) * LN2, 0.5 * k * LN2, 0.5 * (k + 0.5) * LN2));
    DoubleStream powersOf2 =
        IntStream.rangeClosed(-60, 1020)
            .boxed()
            .flatMapToDouble(
                k ->
                    DoubleStream.of(
                            1, 1 + 0x1p-20, 1 - 0x1p-20, 1 - 0x3p-21, Math.sqrt(2), 0x1.6a09ep0)
                        .map(x -> Math.scalb(x, k) - 1));
    return Arrays.stream(new DoubleStream[] {thresholds, multiplesOfLn2, powersOf2})
        .flatMapToDouble(x -> x)
        .flatMap(x -> DoubleStream.of(x, -x))
        .mapToLong(Double::doubleToRawLongBits)
        .flatMap(bits -> LongStream.rangeClosed(bits - 3, bits + 3))
        .mapToDouble(Double::longBitsToDouble)
        .toArray();
  }

  /** Asserts that two numbers have the same bits, where any NaN is any other. */
  static void assertSameBits(double expected, double actual, Object... at) {
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      assertEquals(
          Double.toHexString(expected), Double.toHexString(actual), () -> Arrays.toString(at));
    }
  }
}
