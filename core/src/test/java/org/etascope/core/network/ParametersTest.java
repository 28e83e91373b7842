package org.etascope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ParametersTest {
  private static final Architecture LINEAR =
      new Architecture(List.of(2, 2), List.of(Activation.IDENTITY));

  @Test
  void readsElementsThroughTheirTensor() {
    Parameters theta = Parameters.of(LINEAR, 1, 2, 3, 4, 5, 6);
    assertEquals(3.0, theta.get(LINEAR.weights(0), 1, 0));
    assertEquals(6.0, theta.get(LINEAR.biases(0), 1, 0));
  }

  @Test
  void takesAndGivesCopies() {
    double[] values = {1, 2, 3, 4, 5, 6};
    Parameters theta = Parameters.of(LINEAR, values);
    Parameters copy = theta.copy();
    values[0] = 7;
    copy.values()[1] = 8;
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, theta.values());
  }

  @Test
  void isEqualWhenAllBitsAre() {
    Parameters zeros = Parameters.zeros(LINEAR);
    assertEquals(zeros, Parameters.of(LINEAR, 0, 0, 0, 0, 0, 0));
    assertNotEquals(zeros, Parameters.of(LINEAR, -0.0, 0, 0, 0, 0, 0));
  }

  @Test
  void refusesAnotherCount() {
    assertThrows(IllegalArgumentException.class, () -> Parameters.of(LINEAR, 1, 2, 3));
  }
}
