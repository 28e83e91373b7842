package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: NumPy itself, and Commons Math 3.6.1, which seeds like NumPy below 2^31. */
final class NumpyRandomTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5488135039273248, 0.7151893663724195, 0.6027633760716439, 0.5448831829968969",
    "1, 0.417022004702574, 0.7203244934421581, 0.00011437481734488664, 0.30233257263183977",
    "42, 0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.5986584841970366",
    "3245, 0.0978843440930548, 0.483678931274766, 0.2784357644187472, 0.20843554059248404",
    "2147483648, 0.15200287353446562, 0.8205427554297966, 0.7754982870984906, 0.5410721704334509",
    "4294967295, 0.0976320289940138, 0.9123828453026218, 0.78903530185164, 0.7800035981134678"
  })
  void drawsWhatNumpyDraws(long seed, double first, double second, double third, double fourth) {
    NumpyRandom random = new NumpyRandom(seed);
    assertEquals(first, random.nextDouble());
    assertEquals(second, random.nextDouble());
    assertEquals(third, random.nextDouble());
    assertEquals(fourth, random.nextDouble());
  }

  /** The exact sum is that of Python's math.fsum. */
  @Test
  void staysWithNumpyBeyondTheFirstTwist() {
    double[] drawn = DoubleStream.generate(new NumpyRandom(3245)::nextDouble).limit(2000).toArray();
    BigDecimal sum =
        DoubleStream.of(drawn).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0.2628085392218402, drawn[1999]);
    assertEquals(1028.3101381544882, sum.doubleValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 17, 3245, 65_535, 1 << 30, Integer.MAX_VALUE})
  void drawsTheBitsOfCommonsMathBelowTwoToThe31(int seed) {
    NumpyRandom random = new NumpyRandom(seed);
    MersenneTwister twister = new MersenneTwister(seed);
    for (int i = 0; i < 5000; i++) {
      int high = twister.nextInt() >>> 5;
      int low = twister.nextInt() >>> 6;
      assertEquals((high * 0x1p26 + low) / 0x1p53, random.nextDouble());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesSeedsThatNumpyRefuses(long seed) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(seed));
    assertEquals(
        "seed must be between 0 and 4294967295 (2^32 - 1), got " + seed, refusal.getMessage());
  }
}
