package org.etascope.core.network;

/**
 * The generator behind {@code numpy.random.seed(n)} and {@code numpy.random.rand}, bit for bit.
 *
 * <p>MT19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998, doi:10.1145/272991.272995) with Knuth's
 * initialisation from one 32-bit word, and 53-bit doubles from two outputs, as NumPy's legacy
 * {@code RandomState} has them. Not thread-safe.
 */
public final class NumpyRandom {
  /** The largest seed NumPy takes: 2^32 - 1. */
  public static final long MAX_SEED = 0xFFFF_FFFFL;

  private static final int N = 624;
  private static final int M = 397;
  private final int[] state = new int[N];
  private int next = N;

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
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Returns the next double in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  /** Returns the next 32 bits. */
  private int nextInt() {
    if (next == N) {
      twist();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) * 0x9908B0DF);
    }
  }
}
