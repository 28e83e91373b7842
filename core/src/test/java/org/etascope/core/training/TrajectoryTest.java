package org.etascope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Huber;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.StandardActivation;
import org.etascope.core.network.StandardLoss;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: PyTorch 1.13.1 in double precision, by {@code src/test/python/trajectories.py}. */
final class TrajectoryTest {
  private static final int UPDATES = 50;
  private static final double TOLERANCE = 1e-10;
  private static double worst;

  /** One trajectory: its settings and, by their name, its numbers. */
  private record Case(List<String> settings, List<String> lines) {
    double[] numbers(String label) {
      return lines.stream()
          .filter(line -> line.startsWith(label + " "))
          .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }

    List<Integer> widths() {
      return Arrays.stream(settings.get(0).split(",")).map(Integer::valueOf).toList();
    }

    @Override
    public String toString() {
      return String.join(" ", settings);
    }
  }

  static List<Case> cases() {
    try (InputStream in = TrajectoryTest.class.getResourceAsStream("trajectories.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^case "))
          .skip(1)
          .map(block -> block.lines().toList())
          .map(lines -> new Case(List.of(lines.get(0).split(" ")), lines))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPyTorch(Case reference) {
    Architecture network = network(reference);
    Parameters initial = Parameters.of(network, reference.numbers("initial"));
    Dataset data = data(reference);
    TrainingSpec training = training(reference);
    LossCurve.Recorder recorder = new LossCurve.Recorder(training.rows(data.points()));
    Parameters last =
        Trainer.train(data, initial, training, new NumpyRandom(7), Backpropagation::new, recorder);

    assertClose(reference.numbers("losses"), recorder.curve().toArray());
    assertClose(reference.numbers("final"), last.values());
    double[] etas = reference.numbers("etas");
    assertClose(etas, IntStream.range(0, etas.length).mapToDouble(training::etaAt).toArray());
  }

  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int k = 0; k < expected.length; k++) {
      double error = Math.abs(actual[k] - expected[k]) / Math.max(Math.abs(expected[k]), 1e-3);
      worst = Math.max(worst, error);
      assertTrue(error <= TOLERANCE, "number " + k + ": " + expected[k] + ", got " + actual[k]);
    }
  }

  @AfterAll
  static void report() {
    System.out.printf(Locale.ROOT, "PyTorch: largest relative deviation %.1e%n", worst);
  }

  private static Architecture network(Case reference) {
    List<Integer> widths = reference.widths();
    Activation hidden = activation(reference.settings().get(1));
    Activation output = activation(reference.settings().get(2));
    return new Architecture(
        widths,
        Stream.concat(Stream.generate(() -> hidden).limit(widths.size() - 2L), Stream.of(output))
            .toList());
  }

  private static Activation activation(String word) {
    return word.equals("leaky-relu")
        ? new LeakyRelu(0.1)
        : StandardActivation.valueOf(constant(word));
  }

  private static TrainingSpec training(Case reference) {
    List<String> settings = reference.settings();
    double clip = Double.parseDouble(settings.get(7));
    int batch = Integer.parseInt(settings.get(8));
    TrainingSpec training =
        new TrainingSpec(
                loss(settings.get(3)),
                optimizer(settings.get(4), Double.parseDouble(settings.get(9))),
                UPDATES)
            .withSchedule(schedule(settings.get(5)))
            .withWeightDecay(Double.parseDouble(settings.get(6)));
    training = clip > 0 ? training.withClipNorm(clip) : training;
    return batch > 0 ? training.withBatch(batch) : training;
  }

  private static Loss loss(String word) {
    return word.equals("huber") ? new Huber(0.5) : StandardLoss.valueOf(constant(word));
  }

  private static Optimizer optimizer(String word, double eta) {
    return switch (word) {
      case "gradient-descent" -> new GradientDescent(eta);
      case "momentum" -> new Momentum(eta, Momentum.DEFAULT_MOMENTUM);
      case "nesterov" -> new Nesterov(eta, Momentum.DEFAULT_MOMENTUM);
      case "rmsprop" -> new RmsProp(eta, RmsProp.DEFAULT_ALPHA, RmsProp.DEFAULT_EPSILON);
      case "adam" -> new Adam(eta, Adam.DEFAULT_BETA1, Adam.DEFAULT_BETA2, Adam.DEFAULT_EPSILON);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Schedule schedule(String word) {
    return switch (word) {
      case "constant" -> new Schedule.Constant();
      case "step" -> new Schedule.Step(15, 0.5);
      case "exponential" -> new Schedule.Exponential(0.97);
      case "cosine" -> new Schedule.Cosine(0.01);
      case "warmup" -> new Schedule.Warmup(10, new Schedule.Constant());
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A row for each point, features first. */
  private static Dataset data(Case reference) {
    double[] values = reference.numbers("points");
    int features = reference.widths().get(0);
    int columns = features + reference.widths().get(reference.widths().size() - 1);
    double[][] x = columns(values, columns, 0, features);
    double[][] y = columns(values, columns, features, columns);
    return Dataset.of(names(x), names(y), x, y);
  }

  private static double[][] columns(double[] values, int columns, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            c ->
                IntStream.range(0, values.length / columns)
                    .mapToDouble(p -> values[p * columns + c])
                    .toArray())
        .toArray(double[][]::new);
  }

  private static List<String> names(double[][] columns) {
    return IntStream.range(0, columns.length).mapToObj(String::valueOf).toList();
  }
}
