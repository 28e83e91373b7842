package org.etascope.core.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.ConstantWeights;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.network.StandardInitialization;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Nesterov;
import org.etascope.core.training.Optimizer;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;

/** Seeded sweeps of runs that can lie side by side: whatever core can train on all points. */
final class RandomRuns {
  private static final List<Activation> ACTIVATIONS = RandomNetworks.activations().toList();
  private static final List<Loss> LOSSES = RandomNetworks.losses().toList();

  private final Random random;

  RandomRuns(long seed) {
    random = new Random(seed);
  }

  /** Returns 1 to 40 runs of one network, which differ in eta, seed and initialisation. */
  List<RunSpec> sweep() {
    Architecture architecture = architecture();
    Loss loss = pick(LOSSES);
    return sweep(architecture, loss);
  }

  /** Returns 1 to 40 runs of the network that most sweeps are about. */
  List<RunSpec> sweepOfOneHiddenReluLayer() {
    return sweep(
        new Architecture(
            List.of(1, 1 + random.nextInt(12), 1),
            List.of(Activation.RELU, pick(List.of(Activation.RELU, Activation.IDENTITY)))),
        Loss.HALF_MSE);
  }

  /** Returns 1 to 40 runs of a network next to it: any activations, any loss. */
  List<RunSpec> sweepOfOneHiddenLayer() {
    return sweep(
        new Architecture(
            List.of(1, 1 + random.nextInt(12), 1), List.of(pick(ACTIVATIONS), pick(ACTIVATIONS))),
        pick(LOSSES));
  }

  private List<RunSpec> sweep(Architecture architecture, Loss loss) {
    Dataset data = data(architecture, loss);
    Optional<Dataset> validation =
        chance(4) ? Optional.of(data(architecture, loss)) : Optional.empty();
    TrainingSpec training = training(loss);
    return Stream.generate(
            () ->
                new RunSpec(
                    data,
                    architecture,
                    initialization(),
                    random.nextInt(1000),
                    training.withOptimizer(training.optimizer().withEta(eta())),
                    validation))
        .limit(1 + random.nextInt(40))
        .toList();
  }

  private Architecture architecture() {
    int hidden = random.nextInt(4);
    List<Integer> widths = new ArrayList<>();
    List<Activation> activations = new ArrayList<>();
    widths.add(1 + random.nextInt(3));
    for (int l = 0; l < hidden; l++) {
      widths.add(1 + random.nextInt(12));
      activations.add(pick(ACTIVATIONS));
    }
    widths.add(1 + random.nextInt(3));
    activations.add(pick(ACTIVATIONS));
    return new Architecture(widths, activations, !chance(4));
  }

  private Dataset data(Architecture architecture, Loss loss) {
    int points = 1 + (chance(4) ? random.nextInt(100) : random.nextInt(10));
    double[][] features = new double[architecture.inputs()][points];
    double[][] targets = new double[architecture.outputs()][points];
    for (int p = 0; p < points; p++) {
      for (double[] feature : features) {
        feature[p] = random.nextGaussian();
      }
      for (double[] target : targets) {
        target[p] = loss == Loss.BINARY_CROSS_ENTROPY ? random.nextDouble() : random.nextGaussian();
      }
    }
    return Dataset.of(
        names("x", architecture.inputs()), names("y", architecture.outputs()), features, targets);
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private TrainingSpec training(Loss loss) {
    TrainingSpec training = new TrainingSpec(loss, optimizer(), steps()).withSchedule(schedule());
    if (chance(5)) {
      training = training.withWeightDecay(0.1 * random.nextDouble());
    }
    if (chance(5)) {
      training = training.withClipNorm(0.01 + random.nextDouble());
    }
    if (chance(5)) {
      training = training.withLossBelow(0.5 * random.nextDouble() + 1e-3);
    }
    return training;
  }

  /** Returns how many steps: a few, or enough for every verdict. */
  private int steps() {
    return 1 + random.nextInt(chance(6) ? 150 : 25);
  }

  private Optimizer optimizer() {
    return switch (random.nextInt(8)) {
      case 0 -> new Momentum(1, random.nextDouble());
      case 1 -> new Nesterov(1, random.nextDouble());
      case 2 -> new RmsProp(1, RmsProp.DEFAULT_ALPHA, RmsProp.DEFAULT_EPSILON);
      case 3 -> new Adam(1, Adam.DEFAULT_BETA1, Adam.DEFAULT_BETA2, Adam.DEFAULT_EPSILON);
      default -> new GradientDescent(1);
    };
  }

  private Schedule schedule() {
    return switch (random.nextInt(8)) {
      case 0 -> new Schedule.Step(3, 0.5);
      case 1 -> new Schedule.Exponential(0.9);
      case 2 -> new Schedule.Cosine(0.001);
      case 3 -> new Schedule.Warmup(4, new Schedule.Constant());
      default -> new Schedule.Constant();
    };
  }

  private Initialization initialization() {
    return chance(10) ? new ConstantWeights(0.5) : pick(List.of(StandardInitialization.values()));
  }

  /** Returns an eta at which runs descend, rise, or diverge at once. */
  private double eta() {
    return Math.pow(10, -3 + 4.5 * random.nextDouble()) * (chance(20) ? 1e150 : 1);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
