package org.etascope.core.network;

import static org.etascope.core.network.Activation.IDENTITY;
import static org.etascope.core.network.Activation.RELU;
import static org.etascope.core.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final Architecture DEEP =
      new Architecture(List.of(2, 4, 3, 1), List.of(RELU, TANH, IDENTITY));

  @Test
  void countsWeightsAndBiases() {
    assertEquals(4 * 3 + 3 * 5 + 1 * 4, DEEP.parameterCount());
    assertEquals(3, DEEP.layers());
    assertEquals(2, DEEP.inputs());
    assertEquals(1, DEEP.outputs());
    assertEquals(3, DEEP.neurons(1));
    assertEquals(4, DEEP.inputs(1));
    assertEquals(TANH, DEEP.activation(1));
  }

  @Test
  void laysTensorsOutLayerByLayerWithoutGaps() {
    assertEquals(
        List.of(
            new Tensor("W0", 4, 2, 0),
            new Tensor("B0", 4, 1, 8),
            new Tensor("W1", 3, 4, 12),
            new Tensor("B1", 3, 1, 24),
            new Tensor("W2", 1, 3, 27),
            new Tensor("B2", 1, 1, 30)),
        DEEP.tensors());
    assertEquals(12 + 2 * 4 + 3, DEEP.weights(1).index(2, 3));
  }

  @Test
  void labelsItsHiddenWidths() {
    assertEquals("4x3", DEEP.hiddenLabel());
    assertEquals("", new Architecture(List.of(2, 1), List.of(IDENTITY)).hiddenLabel());
  }

  @Test
  void refusesShapesThatAreNoNetwork() {
    assertThrows(IllegalArgumentException.class, () -> new Architecture(List.of(1), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Architecture(List.of(1, 5, 1), List.of(RELU)));
    assertThrows(
        IllegalArgumentException.class, () -> new Architecture(List.of(1, 0), List.of(RELU)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Architecture(List.of(50_000, 50_000), List.of(RELU)));
  }
}
