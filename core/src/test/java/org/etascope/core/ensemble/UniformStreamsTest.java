package org.etascope.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.etascope.core.network.NumpyRandom;
import org.junit.jupiter.api.Test;

final class UniformStreamsTest {
  private static final long[] EXTREMES = {0, 1, 1L << 31, NumpyRandom.MAX_SEED};

  @Test
  void everyStreamIsNumpysFromTheFirstNumberToThoseBehindTheWholeState() {
    Random random = new Random(7);
    UniformStreams streams = new UniformStreams();
    double[] numbers = new double[UniformStreams.COUNT];
    for (int round = 0; round < 20; round++) {
      long[] seeds =
          LongStream.generate(() -> random.nextLong() & NumpyRandom.MAX_SEED)
              .limit(UniformStreams.COUNT)
              .toArray();
      System.arraycopy(EXTREMES, 0, seeds, 0, Math.min(EXTREMES.length, seeds.length));
      streams.seed(seeds);
      NumpyRandom[] expected =
          Arrays.stream(seeds).mapToObj(NumpyRandom::new).toArray(NumpyRandom[]::new);
      for (int draw = 0; draw < 1500; draw++) {
        streams.draw(numbers, 0);
        for (int stream = 0; stream < numbers.length; stream++) {
          assertEquals(expected[stream].nextDouble(), numbers[stream]);
        }
      }
    }
  }
}
