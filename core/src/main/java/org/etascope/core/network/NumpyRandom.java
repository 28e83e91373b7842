package org.etascope.core.network;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The generator behind {@code numpy.random.seed(n)}, {@code rand} and {@code permutation}, bit for
 * bit, and behind {@code randn} up to the last bits of the logarithm in it.
 *
 * <p>MT19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998, doi:10.1145/272991.272995) with Knuth's
 * initialisation from one 32-bit word, and 53-bit doubles from two outputs, as NumPy's legacy
 * {@code RandomState} has them. Not thread-safe.
 */
public final class NumpyRandom {
  /** The largest seed NumPy takes: 2^32 - 1. */
  public static final long MAX_SEED = 0xFFFF_FFFFL;

  /** N, how many words of 32 bits the state has. */
  public static final int STATE_WORDS = 624;

  /** M, how far ahead the word lies that each new one is made with. */
  public static final int MIDDLE_WORD = 397;

  private static final int N = STATE_WORDS;
  private static final int M = MIDDLE_WORD;
  private final int[] state = new int[N];
  private int seeded = 1;
  private int next;
  private OptionalDouble spareGaussian = OptionalDouble.empty();

  /**
   * Seeds the generator.
   *
   * @param seed 0 to 2^32 - 1
   * @throws IllegalArgumentException if the seed is out of that range
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new IllegalArgumentException(
          "seed must be between 0 and 4294967295 (2^32 - 1), got " + seed);
    }
    state[0] = (int) seed;
  }

  /** Returns the next double in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return toDouble(high, low);
  }

  /**
   * Returns the double in [0, 1) that two words of the stream make: (2^26 high + low) / 2^53.
   *
   * @param high the upper 27 bits of the first word
   * @param low the upper 26 bits of the second
   */
  public static double toDouble(int high, int low) {
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  /**
   * Returns the next standard normal number, as {@code numpy.random.randn} draws it: Marsaglia's
   * polar method (Marsaglia and Bray, SIAM Review 6, 260, 1964, doi:10.1137/1006063). With x and y
   * uniform in [-1, 1) and r^2 = x^2 + y^2 inside the unit circle, f = sqrt(-2 ln(r^2) / r^2) gives
   * two numbers: f y, then f x.
   */
  public double nextGaussian() {
    if (spareGaussian.isPresent()) {
      double spare = spareGaussian.getAsDouble();
      spareGaussian = OptionalDouble.empty();
      return spare;
    }
    double x;
    double y;
    double r2;
    do {
      x = 2.0 * nextDouble() - 1.0;
      y = 2.0 * nextDouble() - 1.0;
      r2 = x * x + y * y;
    } while (r2 >= 1.0 || r2 == 0.0);
    double f = Math.sqrt(-2.0 * StrictMath.log(r2) / r2);
    spareGaussian = OptionalDouble.of(f * x);
    return f * y;
  }

  /**
   * Returns the numbers from 0 to n - 1 in random order, as {@code numpy.random.permutation(n)}
   * does: Fisher and Yates's shuffle from the end, each index drawn by masked rejection.
   *
   * @param n from 0
   */
  public int[] permutation(int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = nextInt(i);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** Returns a whole number from 0 to max, max from 1: the first of the low bits that is in it. */
  private int nextInt(int max) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int value;
    do {
      value = nextInt() & mask;
    } while (value > max);
    return value;
  }

  /** Returns the next 32 bits. */
  private int nextInt() {
    int i = next;
    next = wrapped(i + 1);
    int y = twisted(i);
    state[i] = y;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  /** x_{i+N} = x_{i+M} ^ A (upper bit of x_i | lower bits of x_{i+1}), where x_i lay before. */
  private int twisted(int i) {
    int middle = wrapped(i + M);
    seedUpTo(Math.max(middle, next));
    int y = (state[i] & 0x80000000) | (state[next] & 0x7FFFFFFF);
    return state[middle] ^ (y >>> 1) ^ ((y & 1) * 0x9908B0DF);
  }

  private static int wrapped(int index) {
    return index < N ? index : index - N;
  }

  /** Most runs draw a few numbers, for which two thirds of the state do. */
  private void seedUpTo(int index) {
    for (; seeded <= index; seeded++) {
      int before = state[seeded - 1];
      state[seeded] = 1812433253 * (before ^ (before >>> 30)) + seeded;
    }
  }
}
