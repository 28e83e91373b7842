package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RayTest {
  /**
   * O6: where each neuron of the published network switches off, as the eta that takes it there.
   */
  @Test
  void o6SwitchesStandAtTheirKnownEtas() {
    List<Switch> hidden =
        firstStep(2).stream()
            .filter(crossing -> crossing.layer() == 0)
            .sorted(Comparator.comparingInt(Switch::neuron))
            .toList();
    assertTrue(hidden.stream().noneMatch(Switch::on));
    assertArrayEquals(
        new double[] {0.230962, 1.109913, 1.683184, 0.448090, 0.198627},
        hidden.stream().mapToDouble(crossing -> 2 * crossing.fraction()).toArray(),
        5e-7);
  }

  /** The walk over polynomials and the search by samples know nothing of each other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void walkAndScanFindTheSameSwitches(int depth) {
    int switches = 0;
    for (int seed = 0; seed < 60; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, Activation.RELU, Activation.RELU);
      Dataset data = networks.data(architecture);
      Parameters from = networks.parameters(architecture);
      Ray ray = new Ray(from, near(from, networks.parameters(architecture)));
      List<Switch> walked = ray.switches(data, Loss.HALF_MSE).orElseThrow();
      List<Switch> scanned =
          new RayScan(ray, data, Loss.HALF_MSE)
              .switches().stream().sorted(Comparator.comparingDouble(Switch::fraction)).toList();
      assertEquals(scanned.size(), walked.size(), "seed " + seed);
      for (int i = 0; i < walked.size(); i++) {
        assertEquals(scanned.get(i).fraction(), walked.get(i).fraction(), 1e-9);
        assertEquals(scanned.get(i).neuron(), walked.get(i).neuron());
        assertEquals(scanned.get(i).layer(), walked.get(i).layer());
        assertEquals(scanned.get(i).on(), walked.get(i).on());
      }
      switches += walked.size();
    }
    assertTrue(switches > 30, switches + " switches");
  }

  /** tanh(s) - 0.5 changes sign at s = artanh 0.5. */
  @Test
  void findsTheSwitchOfAReluAboveASmoothNeuron() {
    Architecture network =
        new Architecture(List.of(1, 1, 1), List.of(Activation.TANH, Activation.RELU));
    Ray ray = new Ray(Parameters.of(network, 0, 0, 1, -0.5), Parameters.of(network, 1, 0, 1, -0.5));
    Dataset data = Galaxies.points(new double[] {1}, new double[] {1});
    List<Switch> switches = ray.switches(data, Loss.HALF_MSE).orElseThrow();
    assertEquals(1, switches.size());
    assertEquals(0.5 * Math.log(3), switches.get(0).fraction(), 1e-12);
    assertEquals(new Switch(1, 0, 0, true, switches.get(0).fraction()), switches.get(0));
  }

  /** z1 = (1 - s)(1 - 3 s) - 1/8 while the hidden neuron is on: off at one root, back on never. */
  @Test
  void followsAQuadraticInTheSecondLayer() {
    Architecture network =
        new Architecture(List.of(1, 1, 1), List.of(Activation.RELU, Activation.RELU));
    Ray ray =
        new Ray(Parameters.of(network, 1, 0, 1, -0.125), Parameters.of(network, 0, 0, -2, -0.125));
    Dataset data = Galaxies.points(new double[] {1}, new double[] {1});
    List<Switch> switches = ray.switches(data, Loss.HALF_MSE).orElseThrow();
    // 3 s^2 - 4 s + 7/8 = 0 at s = (4 - sqrt(5.5)) / 6; the hidden neuron reaches 0 at s = 1
    assertEquals(2, switches.size());
    assertEquals((4 - Math.sqrt(5.5)) / 6, switches.get(0).fraction(), 1e-15);
    assertEquals(new Switch(0, 0, 0, false, 1), switches.get(1));
  }

  @Test
  void hasNoSwitchesWithoutKinksOrWithoutNumbers() {
    Architecture smooth =
        new Architecture(List.of(1, 2, 1), List.of(Activation.TANH, Activation.IDENTITY));
    Parameters from = Initialization.UNIFORM.parameters(smooth, 1);
    Parameters to = Initialization.UNIFORM.parameters(smooth, 2);
    assertEquals(Optional.of(List.of()), new Ray(from, to).switches(Galaxies.one(), Loss.HALF_MSE));
    Parameters start = Initialization.UNIFORM.parameters(Galaxies.NETWORK, 1);
    Parameters overflown = start.copy();
    overflown.values()[3] = Double.NEGATIVE_INFINITY;
    assertEquals(
        Optional.of(List.of()), new Ray(start, overflown).switches(Galaxies.one(), Loss.HALF_MSE));
  }

  /** 1-512-512-1 has 264,193 parameters; 128 points are 33.8 million products. */
  @Test
  void looksForNoSwitchesWhereThatTakesTooLong() {
    Architecture wide =
        new Architecture(
            List.of(1, 512, 512, 1),
            List.of(Activation.RELU, Activation.RELU, Activation.IDENTITY));
    Parameters from = Initialization.UNIFORM.parameters(wide, 1);
    Parameters to = Initialization.UNIFORM.parameters(wide, 2);
    double[] zeros = new double[128];
    assertEquals(
        Optional.empty(), new Ray(from, to).switches(Galaxies.points(zeros, zeros), Loss.HALF_MSE));
  }

  @Test
  void endsAtItsEndsToTheLastBit() {
    Architecture line = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    Parameters from = Parameters.of(line, 0.1, 1e10);
    Parameters to = Parameters.of(line, 0.3, -0.7);
    assertEquals(from, new Ray(from, to).at(0));
    assertEquals(to, new Ray(from, to).at(1));
  }

  private static List<Switch> firstStep(double eta) {
    Parameters from = Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245);
    Parameters to = from.copy();
    Backpropagation network = new Backpropagation(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    Parameters gradient = Parameters.zeros(Galaxies.NETWORK);
    network.forward(from);
    network.backward(from, gradient);
    for (int k = 0; k < to.values().length; k++) {
      to.values()[k] -= eta * gradient.values()[k];
    }
    return new Ray(from, to).switches(Galaxies.one(), Loss.HALF_MSE).orElseThrow();
  }

  private static Parameters near(Parameters from, Parameters other) {
    Parameters to = from.copy();
    for (int k = 0; k < to.values().length; k++) {
      to.values()[k] += 0.5 * other.values()[k];
    }
    return to;
  }
}
