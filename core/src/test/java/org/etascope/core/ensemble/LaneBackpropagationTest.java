package org.etascope.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.junit.jupiter.api.Test;

/** The oracle is the scalar pass, bit for bit in every lane, whatever lies in the others. */
final class LaneBackpropagationTest {
  private static final List<Activation> ACTIVATIONS = RandomNetworks.activations().toList();
  private static final int CASES = 3000;

  private int deadNeurons;
  private int deadOutputs;

  @Test
  void oneHiddenLayer() {
    for (int seed = 0; seed < CASES; seed++) {
      assertSamePass(seed, oneHiddenLayer(new Random(seed)));
    }
    assertTrue(deadNeurons > CASES && deadOutputs > CASES / 50, "too few were dead");
  }

  @Test
  void anyLayers() {
    for (int seed = 0; seed < CASES; seed++) {
      assertSamePass(seed, new RandomNetworks(seed).wide());
    }
    assertTrue(deadNeurons > CASES && deadOutputs > CASES / 50, "too few were dead");
  }

  private static Architecture oneHiddenLayer(Random random) {
    int neurons = 1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 12);
    return new Architecture(
        List.of(1, neurons, 1),
        List.of(
            ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())),
            ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()))));
  }

  /** One pass of as many runs as there are lanes, every other one's parameters hostile. */
  private void assertSamePass(int seed, Architecture architecture) {
    RandomNetworks networks = new RandomNetworks(seed);
    Loss loss = networks.loss();
    int points = networks.points(seed % 2 == 0 ? 6 : 150);
    Dataset data =
        loss.equals(Loss.BINARY_CROSS_ENTROPY)
            ? networks.probabilities(architecture, points)
            : networks.data(architecture, points);
    List<Parameters> thetas =
        IntStream.range(0, Lanes.COUNT)
            .mapToObj(
                lane ->
                    lane % 2 == 0
                        ? networks.parameters(architecture)
                        : networks.hostile(architecture))
            .toList();

    double[] theta = Lanes.registers(architecture.parameterCount());
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      Lanes.put(thetas.get(lane).values(), theta, lane);
    }
    double[] gradient = new double[theta.length];
    double[] losses = Lanes.registers(1);
    int[] dead = new int[Lanes.COUNT];
    boolean[] outputsDead = new boolean[Lanes.COUNT];
    LaneBackpropagation pass = LaneBackpropagation.of(architecture, data, loss);
    // what an earlier pass has left must not matter
    pass.pass(theta, gradient, losses);
    pass.pass(theta, gradient, losses);
    pass.findDead(theta, dead, outputsDead);

    Backpropagation scalar = new Backpropagation(architecture, data, loss);
    Parameters expected = Parameters.zeros(architecture);
    double[] actual = new double[architecture.parameterCount()];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      String label = "seed %d, lane %d, %s, %s".formatted(seed, lane, architecture, loss);
      assertEquals(scalar.forward(thetas.get(lane)), losses[lane], () -> label + ", loss");
      scalar.backward(thetas.get(lane), expected);
      Lanes.take(gradient, lane, actual);
      assertArrayEquals(expected.values(), actual, () -> label + ", gradient");
      assertEquals(scalar.deadNeurons(), dead[lane], () -> label + ", dead neurons");
      assertEquals(scalar.outputsDead(), outputsDead[lane], () -> label + ", outputs dead");
      deadNeurons += dead[lane];
      deadOutputs += outputsDead[lane] ? 1 : 0;
    }
  }
}
