package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InitializationTest {
  private static final Architecture NETWORK =
      new Architecture(List.of(2, 1, 2), List.of(Activation.RELU, Activation.RELU));

  /** numpy.random.seed(42); rand(1, 2); rand(2, 1). */
  @Test
  void uniformFillsWeightsInOrderAndLeavesBiasesZero() {
    assertArrayEquals(
        new double[] {
          0.3745401188473625, 0.9507143064099162, 0, 0.7319939418114051, 0.5986584841970366, 0, 0
        },
        Initialization.UNIFORM.parameters(NETWORK, 42).values());
  }

  @Test
  void zerosAreZerosWhateverTheSeed() {
    assertEquals(Parameters.zeros(NETWORK), Initialization.ZEROS.parameters(NETWORK, 42));
  }
}
