package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExponentialTest {
  private static final Dfp ONE = new DfpField(80).getOne();

  /**
   * A function.
   *
   * @param computed the function
   * @param ulps how much it may be wrong
   * @param exact the function in 80 digits of Commons Math 3.6.1
   * @param strict the function in terms of StrictMath
   */
  private record Function(
      String name,
      DoubleUnaryOperator computed,
      double ulps,
      UnaryOperator<Dfp> exact,
      DoubleUnaryOperator strict) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function(
            "exp",
            x -> Exponential.exp(-Math.abs(x)),
            1.1,
            x -> DfpMath.exp(x.abs().negate()),
            x -> StrictMath.exp(-Math.abs(x))),
        new Function(
            "sigmoid",
            Exponential::sigmoid,
            2.1,
            x -> ONE.divide(DfpMath.exp(x.negate()).add(ONE)),
            x -> 1 / (1 + StrictMath.exp(-x))),
        new Function(
            "silu",
            Exponential::silu,
            2.1,
            x -> x.divide(DfpMath.exp(x.negate()).add(ONE)),
            x -> x / (1 + StrictMath.exp(-x))),
        new Function(
            "tanh",
            Exponential::tanh,
            1.6,
            x -> {
              Dfp square = DfpMath.exp(x.add(x));
              return square.subtract(ONE).divide(square.add(ONE));
            },
            StrictMath::tanh),
        new Function(
            "log1pExp",
            Exponential::log1pExp,
            1.7,
            x -> DfpMath.log(DfpMath.exp(x.abs().negate()).add(ONE)),
            x -> StrictMath.log1p(StrictMath.exp(-Math.abs(x)))));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isWithinItsErrorOfTheExactValue(Function f) {
    SplittableRandom random = new SplittableRandom(1);
    Stream.of(random.doubles(2000, -4, 4), random.doubles(1000, -30, 30), borders(40, 1))
        .flatMapToDouble(draws -> draws)
        .filter(x -> Math.abs(x) < 100)
        .forEach(
            x -> {
              Dfp exact = f.exact.apply(ONE.newInstance(x));
              double computed = f.computed.applyAsDouble(x);
              double error = exact.subtract(ONE.newInstance(computed)).abs().toDouble();
              assertTrue(error <= f.ulps * Math.ulp(exact.toDouble()), () -> f + " of " + x);
            });
  }

  /** Below 2^-1022, or the -2^-1012 of silu, there is nothing but 0. */
  @ParameterizedTest
  @MethodSource("functions")
  void isWithinTwoUlpsOfStrictMath(Function f) {
    SplittableRandom random = new SplittableRandom(2);
    Stream.of(
            random.doubles(2_000_000, -0.7, 0.7),
            random.doubles(2_000_000, -4, 4),
            random.doubles(1_000_000, -50, 50),
            random.doubles(1_000_000, -750, 750),
            random.longs(1_000_000).mapToDouble(Double::longBitsToDouble),
            borders(2200, 3))
        .flatMapToDouble(draws -> draws)
        .filter(x -> !Double.isNaN(x))
        .forEach(
            x -> {
              double reference = f.strict.applyAsDouble(x);
              double computed = f.computed.applyAsDouble(x);
              assertTrue(
                  ulps(computed, reference) <= ulpsOfStrictMath(x)
                      || (computed == 0 && !(Math.abs(reference) > 0x1p-1012)),
                  () -> f + " of " + x + " is " + computed + " instead of " + reference);
            });
  }

  /**
   * What StrictMath, whose own tanh is 2.1 ulps wrong, may differ by. Between 2^53 and 2^54 the sum
   * 1 + e is a tie for every other e, so that an ulp of e becomes two of the sum.
   */
  private static long ulpsOfStrictMath(double x) {
    return -x > 53 * StrictMath.log(2) && -x < 54 * StrictMath.log(2) ? 4 : 2;
  }

  /** How many doubles lie between two of the same sign, and one. */
  private static long ulps(double a, double b) {
    return Math.abs(Double.doubleToLongBits(a) - Double.doubleToLongBits(b));
  }

  /** Where k changes, where cases end, and powers of 2, with so many neighbours to each side. */
  private static DoubleStream borders(int multiples, int neighbours) {
    DoubleStream halves =
        IntStream.rangeClosed(0, multiples).mapToDouble(k -> 0.25 * k * StrictMath.log(2));
    DoubleStream powers = IntStream.rangeClosed(-60, 60).mapToDouble(k -> Math.scalb(1.0, k));
    DoubleStream ends =
        DoubleStream.of(
            Exponential.TANH_FAR,
            Exponential.TANH_ONE,
            StrictMath.log(Exponential.LOG_FAR),
            Exponential.LOWEST,
            0);
    return Stream.of(halves, powers, ends)
        .flatMapToDouble(x -> x)
        .flatMap(x -> DoubleStream.of(x, -x))
        .mapToLong(Double::doubleToRawLongBits)
        .flatMap(bits -> LongStream.rangeClosed(bits - neighbours, bits + neighbours))
        .mapToDouble(Double::longBitsToDouble);
  }

  @Test
  void tanhIsOddAndKeepsTheSignOfZero() {
    assertEquals(0.0, Exponential.tanh(0.0));
    assertEquals(-0.0, Exponential.tanh(-0.0));
    assertEquals(-Double.MIN_VALUE, Exponential.tanh(-Double.MIN_VALUE));
    assertEquals(Double.MIN_NORMAL, Exponential.tanh(Double.MIN_NORMAL));
    new SplittableRandom(3)
        .doubles(10_000, 0, 25)
        .forEach(x -> assertEquals(-Exponential.tanh(x), Exponential.tanh(-x)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void keepsNaN(Function f) {
    assertEquals(Double.NaN, f.computed.applyAsDouble(Double.NaN));
  }

  @Test
  void takesTheirLimits() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(1.0, Exponential.tanh(infinity));
    assertEquals(-1.0, Exponential.tanh(-infinity));
    assertEquals(1.0, Exponential.sigmoid(infinity));
    assertEquals(0.0, Exponential.sigmoid(-infinity));
    assertEquals(infinity, Exponential.silu(infinity));
    assertEquals(0.0, Exponential.silu(-infinity));
    assertEquals(0.0, Exponential.exp(-infinity));
    assertEquals(0.0, Exponential.log1pExp(infinity));
    assertEquals(1.0, Exponential.exp(0));
    assertEquals(0.5, Exponential.sigmoid(0));
    assertEquals(StrictMath.log(2), Exponential.log1pExp(0));
  }
}
