package org.etascope.core.ensemble;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.StandardActivation;
import org.etascope.core.network.StandardInitialization;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many steps of one large run are trained in a second: 1-512-512-1 on 10,000 points, whose
 * products take some 8 * 10^9 multiplications and as many additions a step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class LargeRunBenchmark {
  private static final int POINTS = 10_000;
  private static final List<Integer> WIDTHS = List.of(1, 512, 512, 1);
  private static final double ETA = 0.01;
  private static final int STEPS = 5;

  /** The activation of hidden layers; that of the output is the identity. */
  @Param({"relu", "tanh"})
  public String activation = "";

  private final Dataset data = points();
  private final ForkJoinPool oneThread = new ForkJoinPool(1);
  private final ForkJoinPool allThreads = new ForkJoinPool();
  private Parameters initial = Parameters.zeros(Galaxies.NETWORK);
  private Backpropagation scalar = new Backpropagation(Galaxies.NETWORK, data, Loss.HALF_MSE);
  private Backpropagation tiled = scalar;

  /** Draws the parameters and makes the workspaces. */
  @Setup
  public void initialize() {
    Activation hidden = StandardActivation.valueOf(activation.toUpperCase(Locale.ROOT));
    Architecture architecture =
        new Architecture(WIDTHS, List.of(hidden, hidden, Activation.IDENTITY));
    initial = StandardInitialization.HE_NORMAL.parameters(architecture, 0);
    scalar = new Backpropagation(architecture, data, Loss.HALF_MSE);
    tiled = new TiledBackpropagation(architecture, data, Loss.HALF_MSE);
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void shutDown() {
    oneThread.shutdown();
    allThreads.shutdown();
  }

  private static Dataset points() {
    double[] x = IntStream.range(0, POINTS).mapToDouble(p -> (p + 0.5) / POINTS).toArray();
    double[] y = IntStream.range(0, POINTS).mapToDouble(p -> StrictMath.sin(6 * x[p])).toArray();
    return Galaxies.points(x, y);
  }

  /** In tiles, on one thread. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Parameters tiledOnOneThread() {
    return oneThread.submit(() -> train(tiled, STEPS)).join();
  }

  /** In tiles, on as many threads as there are processors. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Parameters tiledOnAllThreads() {
    return allThreads.submit(() -> train(tiled, STEPS)).join();
  }

  /** In scalars: one step. */
  @Benchmark
  public Parameters scalar() {
    return train(scalar, 1);
  }

  private Parameters train(Backpropagation workspace, int steps) {
    return Trainer.train(
        data,
        initial,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(ETA), steps),
        new NumpyRandom(0),
        (architecture, points, loss) -> workspace,
        new LossCurve.Recorder(steps));
  }
}
