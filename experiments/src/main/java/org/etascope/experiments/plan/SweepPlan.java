package org.etascope.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.TrainingSpec;
import org.etascope.experiments.config.Axis;
import org.etascope.experiments.config.NetworkConfig;
import org.etascope.experiments.config.SweepConfig;
import org.etascope.experiments.config.TrainingConfig;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.TraceSelection;

/**
 * The runs of a sweep in their order: axes as written, the last one fastest.
 *
 * <p>Runs are computed from their ordinal when asked for, so that a plan of millions costs nothing.
 */
public final class SweepPlan {
  private static final long TRACE_BYTES_A_NUMBER = 48;
  private static final long ROW_BYTES = 40;
  private static final long AUTO_TRACE_BYTES = 64L << 20;

  private final SweepConfig config;
  private final ScaledData data;
  private final int size;

  private SweepPlan(SweepConfig config, ScaledData data, int size) {
    this.config = config;
    this.data = data;
    this.size = size;
  }

  /**
   * Plans a sweep.
   *
   * @param data the points in their original units, which the config's scaling is applied to
   * @throws ArithmeticException if there are more than 2^31 - 1 runs
   */
  public static SweepPlan of(SweepConfig config, Dataset data) {
    long size = 1;
    for (Axis axis : config.axes()) {
      size = Math.multiplyExact(size, axis.size());
    }
    return new SweepPlan(config, config.data().scale().apply(data), Math.toIntExact(size));
  }

  /** Returns the points, in their original units and as they are trained on. */
  public ScaledData data() {
    return data;
  }

  /** Returns how many runs there are. */
  public int size() {
    return size;
  }

  /**
   * Returns a run.
   *
   * @param ordinal its place in the plan, from 0
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public RunSpec run(int ordinal) {
    long rest = Objects.checkIndex(ordinal, size);
    double eta = Double.NaN;
    long seed = 0;
    Optional<Integer> neurons = Optional.empty();
    for (int k = config.axes().size() - 1; k >= 0; k--) {
      Axis axis = config.axes().get(k);
      long index = rest % axis.size();
      rest /= axis.size();
      if (axis instanceof Axis.Eta etas) {
        eta = etas.eta(index);
      } else if (axis instanceof Axis.Neurons widths) {
        neurons = Optional.of(widths.neurons(index));
      } else if (axis instanceof Axis.Seeds seeds) {
        seed = seeds.seed(index);
      }
    }
    NetworkConfig network = config.network();
    TrainingConfig training = config.training();
    return new RunSpec(
        data.scaled(),
        architecture(neurons),
        network.init(),
        seed,
        new TrainingSpec(training.loss(), training.optimizer().with(eta), training.steps()));
  }

  private Architecture architecture(Optional<Integer> neurons) {
    NetworkConfig network = config.network();
    List<Integer> widths = new ArrayList<>();
    widths.add(data.scaled().features());
    for (int width : network.hidden()) {
      widths.add(neurons.orElse(width));
    }
    widths.add(data.scaled().targets());
    List<Activation> activations =
        new ArrayList<>(Collections.nCopies(network.hidden().size(), network.activation()));
    activations.add(network.output());
    return new Architecture(widths, activations);
  }

  /** Returns how many runs of the plan a selection takes in. */
  public long count(Selection where) {
    long count =
        architectures().stream()
            .filter(network -> allows(where.neurons(), network.hiddenLabel()))
            .count();
    for (Axis axis : config.axes()) {
      LongStream values = LongStream.range(0, axis.size());
      if (axis instanceof Axis.Eta etas) {
        count *= values.filter(i -> allows(where.etas(), etas.eta(i))).count();
      } else if (axis instanceof Axis.Seeds seeds) {
        count *= values.filter(i -> allows(where.seeds(), seeds.seed(i))).count();
      }
    }
    return count;
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }

  /**
   * Returns which runs get a trace; {@code auto} traces all while their files stay under 64 MiB.
   */
  public TraceSelection traces() {
    return switch (config.report().traces()) {
      case ALL -> TraceSelection.ALL;
      case FLAGGED -> TraceSelection.FLAGGED;
      case NONE -> TraceSelection.NONE;
      case AUTO -> traceBytes() <= AUTO_TRACE_BYTES ? TraceSelection.ALL : TraceSelection.FLAGGED;
    };
  }

  /** Returns about how many bytes the traces of all runs take, at most 2^63 - 1. */
  public long traceBytes() {
    double numbers = 0;
    for (Architecture network : architectures()) {
      numbers += (double) size / architectures().size() * numbersAStep(network);
    }
    return (long) (numbers * config.training().steps() * TRACE_BYTES_A_NUMBER);
  }

  /**
   * Returns about how many bytes the database takes, from its blobs and a fixed cost of each row.
   */
  public long storeBytes() {
    double doubles = 0;
    for (Architecture network : architectures()) {
      doubles +=
          (double) size
              / architectures().size()
              * (config.training().steps() + network.parameterCount());
    }
    return (long) (doubles * Double.BYTES + (double) size * ROW_BYTES);
  }

  /** Parameters, their gradients, and the activations of all layers on all points. */
  private long numbersAStep(Architecture network) {
    long activations = 0;
    for (int l = 0; l < network.layers(); l++) {
      activations += (long) network.neurons(l) * data.scaled().points();
    }
    return 2L * network.parameterCount() + activations;
  }

  /** Returns the networks of the sweep, in the order of their axis. */
  public List<Architecture> architectures() {
    for (Axis axis : config.axes()) {
      if (axis instanceof Axis.Neurons widths) {
        return LongStream.range(0, widths.size())
            .mapToObj(i -> architecture(Optional.of(widths.neurons(i))))
            .toList();
      }
    }
    return List.of(architecture(Optional.empty()));
  }
}
