package org.etascope.core.ensemble;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.etascope.core.network.Activation;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.StandardActivation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds for 8 elements, one vector of AVX-512, forward and backward: 40 neurons of 24 points
 * that lie in the first cache.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LaneFunctionsBenchmark {
  private static final int ELEMENTS = 960;
  private static final int EIGHTS = ELEMENTS / 8;

  /** The name of an activation. */
  @Param({"RELU", "LEAKY_RELU", "SIGMOID", "TANH", "SOFTPLUS", "GELU", "SILU", "IDENTITY"})
  public String activation = "";

  private final double[] preActivations = new double[ELEMENTS];
  private final double[] z = new double[ELEMENTS];
  private final double[] a = new double[ELEMENTS];
  private final double[] spare = LaneFunction.spare(ELEMENTS);
  private final double[] gradient = new double[ELEMENTS];
  private final double[] dA = new double[ELEMENTS];
  private Activation scalar = Activation.RELU;
  private LaneActivation lanes = LaneActivation.of(scalar);

  /** Draws pre-activations from -4 to 4. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    for (int p = 0; p < ELEMENTS; p++) {
      preActivations[p] = random.nextDouble(-4, 4);
      gradient[p] = random.nextDouble(-1, 1);
    }
    scalar =
        activation.equals("LEAKY_RELU")
            ? new LeakyRelu(LeakyRelu.DEFAULT_SLOPE)
            : StandardActivation.valueOf(activation);
    lanes = LaneActivation.of(scalar);
  }

  /** In lanes, values and slopes at once. */
  @Benchmark
  @OperationsPerInvocation(EIGHTS)
  public double[] lanes() {
    System.arraycopy(preActivations, 0, z, 0, ELEMENTS);
    System.arraycopy(gradient, 0, dA, 0, ELEMENTS);
    lanes.valuesAndSlopes(z, a, 0, ELEMENTS, spare);
    lanes.timesSlopes(dA, z, 0, ELEMENTS);
    return dA;
  }

  /** In lanes, where z is kept. */
  @Benchmark
  @OperationsPerInvocation(EIGHTS)
  public double[] lanesKeepingZ() {
    System.arraycopy(gradient, 0, dA, 0, ELEMENTS);
    lanes.values(preActivations, a, 0, ELEMENTS);
    lanes.backward(dA, preActivations, a, 0, ELEMENTS);
    return dA;
  }

  /** By the scalar functions. */
  @Benchmark
  @OperationsPerInvocation(EIGHTS)
  public double[] scalar() {
    for (int p = 0; p < ELEMENTS; p++) {
      a[p] = scalar.value(preActivations[p]);
      dA[p] = scalar.backward(gradient[p], preActivations[p], a[p]);
    }
    return dA;
  }
}
