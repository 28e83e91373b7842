package org.etascope.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.Scaling;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.TrainingSpec;
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

/** What judging adds to training, over the sweep of {@code configs/hubble-1929.yaml}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class JudgingBenchmark {
  private static final int STEPS = 200;
  private static final int SEEDS = 20;
  private static final int ETAS = 13;

  /** Neurons of the hidden layer. */
  @Param({"2", "5", "16"})
  public int neurons;

  private final List<RunSpec> runs = new ArrayList<>();

  /** Plans the runs of one width. */
  @Setup
  public void planRuns() throws IOException {
    Dataset data = Scaling.MINMAX.apply(hubble()).scaled();
    Architecture architecture =
        new Architecture(List.of(1, neurons, 1), List.of(Activation.RELU, Activation.RELU));
    for (int k = 0; k < ETAS; k++) {
      double eta = StrictMath.pow(10, -2 + 2.0 * k / (ETAS - 1));
      for (int seed = 0; seed < SEEDS; seed++) {
        TrainingSpec training = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), STEPS);
        runs.add(new RunSpec(data, architecture, Initialization.UNIFORM, seed, training));
      }
    }
  }

  private static Dataset hubble() throws IOException {
    Path file =
        Path.of(System.getProperty("etascope.root", "..")).resolve("configs/data/hubble-1929.csv");
    List<String[]> rows =
        Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    return Dataset.of(
        List.of("distance"),
        List.of("velocity"),
        new double[][] {rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray()},
        new double[][] {rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray()});
  }

  /** Trains every run and keeps its losses. */
  @Benchmark
  public void trained(Blackhole sink) {
    for (RunSpec run : runs) {
      LossCurve.Recorder curve = new LossCurve.Recorder(STEPS);
      sink.consume(run.train(curve));
      sink.consume(curve.curve());
    }
  }

  /** Trains every run, keeps its losses and judges it. */
  @Benchmark
  public void trainedAndJudged(Blackhole sink) {
    for (RunSpec run : runs) {
      sink.consume(RunResult.of(run));
    }
  }
}
