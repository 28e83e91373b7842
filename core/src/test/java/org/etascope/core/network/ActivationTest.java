package org.etascope.core.network;

import static org.etascope.core.network.Activation.IDENTITY;
import static org.etascope.core.network.Activation.RELU;
import static org.etascope.core.network.Activation.SIGMOID;
import static org.etascope.core.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ActivationTest {
  @Test
  void reluIsOffAtZeroAndKeepsNaN() {
    assertEquals(3.0, RELU.value(3));
    assertEquals(0.0, RELU.value(-3));
    assertEquals(0.0, RELU.value(-0.0));
    assertEquals(Double.NaN, RELU.value(Double.NaN));
    assertEquals(0.0, RELU.derivative(0, 0));
    assertEquals(Double.MIN_VALUE, RELU.value(Double.MIN_VALUE));
    assertEquals(1.0, RELU.derivative(Double.MIN_VALUE, Double.MIN_VALUE));
  }

  @Test
  void reluThatIsOffPassesNoInfinityBack() {
    assertEquals(0.0, RELU.backward(Double.POSITIVE_INFINITY, -1, 0));
  }

  /** sigmoid(ln 3) = 3/4 and tanh(ln 3) = 4/5, with slopes 3/16 and 9/25. */
  @Test
  void smoothActivationsTakeTheirKnownValues() {
    double z = StrictMath.log(3);
    assertEquals(0.75, SIGMOID.value(z), 2e-16);
    assertEquals(0.8, TANH.value(z), 2e-16);
    assertEquals(0.1875, SIGMOID.derivative(z, 0.75));
    assertEquals(0.36, TANH.derivative(z, 0.8), 2e-16);
    assertEquals(z, IDENTITY.value(z));
    assertEquals(1.0, IDENTITY.derivative(z, z));
  }

  @Test
  void smoothActivationsSaturate() {
    assertEquals(0.0, SIGMOID.value(-1000));
    assertEquals(1.0, SIGMOID.value(1000));
    assertEquals(-1.0, TANH.value(-1000));
    assertEquals(1.0, TANH.value(Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#activations")
  void keepsNaN(Activation f) {
    assertEquals(Double.NaN, f.value(Double.NaN));
  }
}
