package org.etascope.core.ensemble;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.etascope.core.network.NumpyRandom;

/**
 * The streams of {@code numpy.random.rand} after as many seeds as a register has lanes, number for
 * number those of {@link NumpyRandom}, which has the recurrences and their source. The words of a
 * stream depend on each other; the streams do not.
 */
final class UniformStreams {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;

  /** How many streams there are. */
  static final int COUNT = SPECIES.length();

  private static final int N = NumpyRandom.STATE_WORDS;
  private static final int M = NumpyRandom.MIDDLE_WORD;

  private final int[] state = new int[N * COUNT];
  private final int[] high = new int[COUNT];
  private final int[] low = new int[COUNT];
  private int seeded;
  private int next;

  /**
   * Begins all streams.
   *
   * @param seeds one for each, 0 to 2^32 - 1
   */
  void seed(long[] seeds) {
    for (int stream = 0; stream < COUNT; stream++) {
      state[stream] = (int) seeds[stream];
    }
    seeded = 1;
    next = 0;
  }

  /**
   * Draws the next number of every stream.
   *
   * @param numbers receives a double in [0, 1) from each
   * @param at where it receives that of the first stream; the others follow
   */
  void draw(double[] numbers, int at) {
    seedUpTo(Math.min(next + M + 1, N - 1));
    nextWord().lanewise(VectorOperators.LSHR, 5).intoArray(high, 0);
    nextWord().lanewise(VectorOperators.LSHR, 6).intoArray(low, 0);
    for (int stream = 0; stream < COUNT; stream++) {
      numbers[at + stream] = NumpyRandom.toDouble(high[stream], low[stream]);
    }
  }

  private IntVector nextWord() {
    int i = next;
    next = wrapped(i + 1);
    IntVector y = twisted(i);
    y.intoArray(state, i * COUNT);
    y = y.lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHR, 11));
    y = y.lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHL, 7).and(0x9D2C5680));
    y = y.lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHL, 15).and(0xEFC60000));
    return y.lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHR, 18));
  }

  private IntVector twisted(int i) {
    int middle = wrapped(i + M);
    IntVector y = word(i).and(0x80000000).or(word(next).and(0x7FFFFFFF));
    return word(middle)
        .lanewise(VectorOperators.XOR, y.lanewise(VectorOperators.LSHR, 1))
        .lanewise(VectorOperators.XOR, y.and(1).mul(0x9908B0DF));
  }

  /** Two words are made of three in a row and of two from M on. */
  private void seedUpTo(int index) {
    IntVector before = word(seeded - 1);
    for (; seeded <= index; seeded++) {
      before =
          before
              .lanewise(VectorOperators.XOR, before.lanewise(VectorOperators.LSHR, 30))
              .mul(1812433253)
              .add(seeded);
      before.intoArray(state, seeded * COUNT);
    }
  }

  private IntVector word(int i) {
    return IntVector.fromArray(SPECIES, state, i * COUNT);
  }

  private static int wrapped(int index) {
    return index < N ? index : index - N;
  }
}
