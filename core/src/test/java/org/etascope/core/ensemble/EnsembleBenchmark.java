package org.etascope.core.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.network.StandardActivation;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the lanes do in a second, on 71 points at eta 0.1: the counter {@code runSteps} is runs x
 * steps.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class EnsembleBenchmark {
  private static final int POINTS = 71;
  private static final double ETA = 0.1;
  private static final int STEPS = 100;

  /** Widths and the activation of hidden layers; the output is ReLU over ReLU, else identity. */
  @Param({
    "1-5-1 relu",
    "1-5-1 leaky_relu",
    "1-5-1 tanh",
    "1-5-1 sigmoid",
    "1-5-1 softplus",
    "1-5-1 silu",
    "1-5-1 gelu",
    "1-16-16-1 relu",
    "1-16-16-1 tanh",
    "1-64-1 relu"
  })
  public String network = "";

  /** How many runs are there to be trained. */
  @Param({"256"})
  public int batch;

  private List<RunSpec> runs = List.of();
  private LaneBackpropagation pass = new OneHiddenReluLanes(Galaxies.NETWORK, Galaxies.one());
  private LaneUpdater updater = new LaneUpdater(training(), 1);
  private double[] theta = {};
  private double[] gradient = {};
  private final double[] loss = Lanes.registers(1);

  /** Counts what was trained. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Trained {
    /** Runs x steps. */
    public long runSteps;
  }

  /** Plans the runs and fills the lanes with the first of them. */
  @Setup
  public void planRuns() {
    Architecture architecture = architecture(network);
    Dataset data = points();
    runs =
        IntStream.range(0, batch)
            .mapToObj(
                seed -> new RunSpec(data, architecture, Initialization.UNIFORM, seed, training()))
            .toList();
    int parameters = architecture.parameterCount();
    pass = LaneBackpropagation.of(architecture, data, Loss.HALF_MSE);
    updater = new LaneUpdater(training(), parameters);
    theta = Lanes.registers(parameters);
    gradient = Lanes.registers(parameters);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      Lanes.put(Initialization.UNIFORM.parameters(architecture, lane).values(), theta, lane);
      updater.begin(lane, ETA);
    }
  }

  private static TrainingSpec training() {
    return new TrainingSpec(Loss.HALF_MSE, new GradientDescent(ETA), STEPS);
  }

  private static Architecture architecture(String network) {
    String[] words = network.split(" ", -1);
    List<Integer> widths = Arrays.stream(words[0].split("-", -1)).map(Integer::valueOf).toList();
    Activation hidden =
        words[1].equals("leaky_relu")
            ? new LeakyRelu(LeakyRelu.DEFAULT_SLOPE)
            : StandardActivation.valueOf(words[1].toUpperCase(Locale.ROOT));
    Activation output = hidden == Activation.RELU ? Activation.RELU : Activation.IDENTITY;
    return new Architecture(
        widths,
        Stream.concat(Stream.generate(() -> hidden).limit(widths.size() - 2L), Stream.of(output))
            .toList());
  }

  /** Returns points like the sizes of the galaxies. */
  private static Dataset points() {
    double[] x = IntStream.range(0, POINTS).mapToDouble(p -> (p + 0.5) / POINTS).toArray();
    return Galaxies.points(x, Arrays.stream(x).map(size -> 0.03 + 0.85 * size).toArray());
  }

  /** Passes and updates alone, in the lanes of one register. */
  @Benchmark
  public void kernel(Trained trained) {
    for (int step = 0; step < STEPS; step++) {
      pass.pass(theta, gradient, loss);
      updater.apply(theta, gradient, theta);
    }
    trained.runSteps += (long) STEPS * Lanes.COUNT;
  }

  /** Runs trained and judged side by side. */
  @Benchmark
  public void sideBySide(Trained trained, Blackhole sink) {
    new EnsembleTrainer(runs.get(0), false)
        .train(runs, () -> false, (result, place) -> sink.consume(result));
    trained.runSteps += (long) STEPS * runs.size();
  }

  /** Runs trained and judged one by one in scalars. */
  @Benchmark
  public void scalar(Trained trained, Blackhole sink) {
    for (RunSpec run : runs) {
      sink.consume(RunResult.of(run, Backpropagation::new, false));
    }
    trained.runSteps += (long) STEPS * runs.size();
  }
}
