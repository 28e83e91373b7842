package org.etascope.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.network.Workspaces;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is the scalar pass, bit for bit. */
final class TiledBackpropagationTest {
  /** Tiles and blocks however little there is to do. */
  private static final Workspaces TILED =
      (architecture, data, loss) -> new TiledBackpropagation(architecture, data, loss, 1);

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 4})
  void everyBitIsThatOfTheScalarPass(int threads) {
    inPool(
        threads,
        () -> {
          for (int seed = 0; seed < 1500; seed++) {
            RandomNetworks networks = new RandomNetworks(seed);
            Architecture architecture = networks.wide();
            Loss loss = networks.loss();
            Dataset data = data(networks, architecture, loss, networks.points(200));
            assertSamePass(
                "seed " + seed, architecture, data, loss, networks.parameters(architecture));
          }
          return threads;
        });
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 4})
  void zerosInfinitiesAndNaNsPassThroughAsInTheScalarPass(int threads) {
    inPool(
        threads,
        () -> {
          for (int seed = 0; seed < 1500; seed++) {
            RandomNetworks networks = new RandomNetworks(seed);
            Architecture architecture = networks.wide();
            Dataset data = networks.data(architecture, networks.points(60));
            assertSamePass(
                "seed " + seed, architecture, data, Loss.HALF_MSE, networks.hostile(architecture));
          }
          return threads;
        });
  }

  @ParameterizedTest(name = "{0}-{1}-{2}-{3} on {4} points")
  @CsvSource({"1, 300, 131, 1, 519", "2, 129, 257, 3, 1025", "300, 1, 260, 2, 130"})
  void sumsGoOnAcrossTheEdgesOfPanels(int d, int first, int second, int outputs, int points) {
    Architecture architecture =
        new Architecture(
            List.of(d, first, second, outputs), Collections.nCopies(3, Activation.RELU));
    RandomNetworks networks = new RandomNetworks(points);
    Dataset data = networks.data(architecture, points);
    inPool(
        2,
        () -> {
          assertSamePass(
              "large", architecture, data, Loss.HALF_MSE, networks.parameters(architecture));
          return points;
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.etascope.core.network.RandomNetworks#activations")
  void everyActivationIsThatOfTheScalarPassWhereverItsBlocksEnd(Activation f) {
    RandomNetworks networks = new RandomNetworks(7);
    Architecture architecture = new Architecture(List.of(2, 37, 41, 3), Collections.nCopies(3, f));
    inPool(
        2,
        () -> {
          // across blocks of 512 elements, and ends that fill no vector
          for (int points : new int[] {1, 7, 64, 511, 1029}) {
            Dataset data = networks.data(architecture, points);
            for (double scale : new double[] {1e-3, 1, 1e3}) {
              Parameters theta = networks.parameters(architecture);
              Arrays.setAll(theta.values(), k -> scale * theta.values()[k]);
              assertSamePass(
                  points + " points, weights of " + scale,
                  architecture,
                  data,
                  Loss.HALF_MSE,
                  theta);
            }
          }
          return f;
        });
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 4})
  void wholeRunsAreThoseOfTheScalarTrainer(int threads) {
    inPool(
        threads,
        () -> {
          int increases = 0;
          for (int seed = 0; seed < 150; seed++) {
            RandomNetworks networks = new RandomNetworks(seed);
            Architecture architecture = networks.wide();
            Loss loss = networks.loss();
            Dataset data = data(networks, architecture, loss, networks.points(40));
            TrainingSpec training = new TrainingSpec(loss, new GradientDescent(0.1), 6);
            RunSpec run =
                new RunSpec(
                    data, architecture, Initialization.UNIFORM, seed, batched(seed, training));
            RunResult scalar = RunResult.of(run);
            assertEquals(scalar, RunResult.of(run, TILED, true), () -> "seed " + run.seed());
            increases += ((RunResult.Trained) scalar.outcome()).diagnosis().naiveIncreases();
          }
          assertTrue(increases > 20, "only " + increases + " increases to judge");
          return threads;
        });
  }

  @Test
  void theGrainDecidesOnlyWhereTheWorkIsDone() {
    Architecture small =
        new Architecture(List.of(1, 5, 1), Collections.nCopies(2, Activation.RELU));
    Architecture large =
        new Architecture(List.of(1, 64, 64, 1), Collections.nCopies(3, Activation.RELU));
    RandomNetworks networks = new RandomNetworks(3);
    for (Architecture architecture : List.of(small, large)) {
      Dataset data = networks.data(architecture, 500);
      Parameters theta = networks.parameters(architecture);
      assertSamePass(
          architecture.hiddenLabel(),
          new Backpropagation(architecture, data, Loss.HALF_MSE),
          new TiledBackpropagation(architecture, data, Loss.HALF_MSE),
          theta);
    }
  }

  private static TrainingSpec batched(int seed, TrainingSpec training) {
    return seed % 3 == 0 ? training.withBatch(7) : training;
  }

  private static Dataset data(
      RandomNetworks networks, Architecture architecture, Loss loss, int points) {
    return loss.equals(Loss.BINARY_CROSS_ENTROPY)
        ? networks.probabilities(architecture, points)
        : networks.data(architecture, points);
  }

  private static void assertSamePass(
      String label, Architecture architecture, Dataset data, Loss loss, Parameters theta) {
    assertSamePass(
        label + ": " + architecture,
        new Backpropagation(architecture, data, loss),
        TILED.of(architecture, data, loss),
        theta);
  }

  private static void assertSamePass(
      String label, Backpropagation scalar, Backpropagation tiled, Parameters theta) {
    Architecture architecture = theta.architecture();
    Parameters expected = Parameters.zeros(architecture);
    Parameters actual = Parameters.zeros(architecture);
    assertEquals(scalar.forward(theta), tiled.forward(theta), () -> label + ", loss");
    scalar.backward(theta, expected);
    tiled.backward(theta, actual);
    for (int l = 0; l < architecture.layers(); l++) {
      String layer = label + ", layer " + l;
      assertArrayEquals(scalar.preActivations(l), tiled.preActivations(l), () -> layer + ", Z");
      assertArrayEquals(scalar.activations(l), tiled.activations(l), () -> layer + ", A");
      assertArrayEquals(
          scalar.preActivationGradients(l), tiled.preActivationGradients(l), () -> layer + ", dZ");
    }
    assertArrayEquals(expected.values(), actual.values(), () -> label + ", gradient");
  }

  private static <T> void inPool(int threads, Supplier<T> test) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(test::get).join();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void blocksCoverAMatrixOnce() {
    for (int rows : new int[] {1, 3, 4, 5, 40, 513}) {
      for (int columns : new int[] {1, 31, 32, 33, 500}) {
        for (int wanted : new int[] {1, 2, 7, 16, 1000}) {
          int[] times = new int[rows * columns];
          for (Block block : Block.of(rows, columns, wanted)) {
            IntStream.range(block.firstRow(), block.endRow())
                .forEach(
                    i ->
                        IntStream.range(block.firstColumn(), block.endColumn())
                            .forEach(p -> times[i * columns + p]++));
          }
          assertTrue(IntStream.of(times).allMatch(n -> n == 1), rows + " x " + columns);
        }
      }
    }
  }
}
