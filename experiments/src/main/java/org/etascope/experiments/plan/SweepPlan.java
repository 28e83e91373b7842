package org.etascope.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.Holdout;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.TrainingSpec;
import org.etascope.experiments.config.Axis;
import org.etascope.experiments.config.SweepConfig;
import org.etascope.experiments.config.Validation;
import org.etascope.experiments.config.Variant;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.StepSelection;
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
  private static final long AUTO_FLAGGED_TRACE_BYTES = 4L << 30;
  private static final long AUTO_STEP_ROWS = 1_000_000;

  private final SweepConfig config;
  private final ScaledData data;
  private final Optional<Dataset> validation;
  private final int size;

  private SweepPlan(SweepConfig config, ScaledData data, Optional<Dataset> validation, int size) {
    this.config = config;
    this.data = data;
    this.validation = validation;
    this.size = size;
  }

  /**
   * Plans a sweep.
   *
   * @param data the points in their original units, which the config's scaling is applied to
   * @param validation the points of the config's validation file in the same units, if it has one
   * @throws ArithmeticException if there are more than 2^31 - 1 runs
   * @throws IllegalArgumentException if points to validate with are there but no file, or a file
   *     but no points
   */
  public static SweepPlan of(SweepConfig config, Dataset data, Optional<Dataset> validation) {
    if (validation.isPresent()
        != config.validation().filter(Validation.File.class::isInstance).isPresent()) {
      throw new IllegalArgumentException("a validation file and its points belong together");
    }
    long size = 1;
    for (Axis axis : config.axes()) {
      size = Math.multiplyExact(size, axis.size());
    }
    ScaledData scaled = config.data().scale().apply(data);
    return new SweepPlan(config, scaled, validation.map(scaled::scale), Math.toIntExact(size));
  }

  /** Returns the points, in their original units and as they are trained on. */
  public ScaledData data() {
    return data;
  }

  /** Returns whether the first increase of every run gets its evidence while it is trained. */
  public boolean explainsEveryIncrease() {
    return size <= 1000;
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
    int variant = 0;
    int stride = 1;
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
      } else {
        variant += Math.toIntExact(index) * stride;
        stride *= Math.toIntExact(axis.size());
      }
    }
    return run(config.variants().get(variant), eta, neurons, seed);
  }

  private RunSpec run(Variant variant, double eta, Optional<Integer> neurons, long seed) {
    Optional<Holdout> holdout =
        config
            .validation()
            .filter(Validation.Fraction.class::isInstance)
            .map(Validation.Fraction.class::cast)
            .map(fraction -> Holdout.of(data.scaled(), fraction.share(), seed));
    TrainingSpec training = variant.training();
    return new RunSpec(
        holdout.map(Holdout::training).orElse(data.scaled()),
        architecture(variant, neurons),
        variant.network().init(),
        seed,
        training.withOptimizer(training.optimizer().withEta(eta)),
        holdout.map(Holdout::validation).or(() -> validation));
  }

  /**
   * Returns a number, from 0, that a run shares with those that differ from it in eta alone.
   *
   * @param ordinal its place in the plan, from 0
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public int conditions(int ordinal) {
    int rest = Objects.checkIndex(ordinal, size);
    int conditions = 0;
    int stride = size;
    for (Axis axis : config.axes()) {
      stride /= Math.toIntExact(axis.size());
      int index = rest / stride;
      rest %= stride;
      if (!(axis instanceof Axis.Eta)) {
        conditions = conditions * Math.toIntExact(axis.size()) + index;
      }
    }
    return conditions;
  }

  /**
   * Returns the values of the swept settings of network and training, in the order of their axes.
   *
   * @param ordinal a run's place in the plan, from 0
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public List<String> settings(int ordinal) {
    long rest = Objects.checkIndex(ordinal, size);
    List<String> texts = new ArrayList<>();
    for (int k = config.axes().size() - 1; k >= 0; k--) {
      Axis axis = config.axes().get(k);
      if (axis instanceof Axis.Setting setting) {
        texts.add(setting.text(rest % axis.size()));
      }
      rest /= axis.size();
    }
    Collections.reverse(texts);
    return texts;
  }

  private Architecture architecture(Variant variant, Optional<Integer> neurons) {
    Dataset points = data.scaled();
    return variant.network().architecture(points.features(), points.targets(), neurons);
  }

  /** Returns how many runs of the plan a selection takes in. */
  public long count(Selection where) {
    long count =
        shapes(config.variants().get(0))
            .filter(network -> Selection.allows(where.neurons(), network.hiddenLabel()))
            .count();
    for (Axis axis : config.axes()) {
      LongStream values = LongStream.range(0, axis.size());
      if (axis instanceof Axis.Eta etas) {
        count *= values.filter(i -> Selection.allows(where.etas(), etas.eta(i))).count();
      } else if (axis instanceof Axis.Seeds seeds) {
        count *= values.filter(i -> Selection.allows(where.seeds(), seeds.seed(i))).count();
      } else if (axis instanceof Axis.Setting setting) {
        Set<String> allowed = where.settings().getOrDefault(setting.path(), Set.of());
        count *= values.filter(i -> Selection.allows(allowed, setting.text(i))).count();
      }
    }
    return count;
  }

  /**
   * Returns which runs get a trace; {@code auto} traces all while their files stay under 64 MiB,
   * flagged ones while those of all would stay under 4 GiB, and none beyond.
   */
  public TraceSelection traces() {
    return switch (config.report().traces()) {
      case ALL -> TraceSelection.ALL;
      case FLAGGED -> TraceSelection.FLAGGED;
      case NONE -> TraceSelection.NONE;
      case AUTO -> automaticTraces();
    };
  }

  private TraceSelection automaticTraces() {
    long bytes = traceBytes();
    if (bytes <= AUTO_TRACE_BYTES) {
      return TraceSelection.ALL;
    }
    return bytes <= AUTO_FLAGGED_TRACE_BYTES ? TraceSelection.FLAGGED : TraceSelection.NONE;
  }

  /**
   * Returns which runs have their steps listed; {@code auto} lists all while they take a million
   * rows at most, beyond that the first flagged ones that do.
   */
  public StepSelection steps() {
    return switch (config.report().steps()) {
      case ALL -> StepSelection.ALL;
      case FLAGGED -> new StepSelection(TraceSelection.FLAGGED, Long.MAX_VALUE);
      case NONE -> new StepSelection(TraceSelection.NONE, Long.MAX_VALUE);
      case AUTO ->
          new StepSelection(
              stepRows() <= AUTO_STEP_ROWS ? TraceSelection.ALL : TraceSelection.FLAGGED,
              AUTO_STEP_ROWS);
    };
  }

  /** Returns how many rows the steps of all runs take at most. */
  public long stepRows() {
    return (long) sumOverRuns((network, rows) -> rows);
  }

  /** Returns about how many bytes the traces of all runs take, at most 2^63 - 1. */
  public long traceBytes() {
    return (long)
        (sumOverRuns((network, rows) -> rows * numbersAStep(network)) * TRACE_BYTES_A_NUMBER);
  }

  /**
   * Returns about how many bytes the database takes, from its blobs and a fixed cost of each row.
   */
  public long storeBytes() {
    double doubles = sumOverRuns((network, rows) -> rows + network.parameterCount());
    return (long) (doubles * Double.BYTES + (double) size * ROW_BYTES);
  }

  /** A number that depends on a run's network and how many rows it records. */
  @FunctionalInterface
  private interface Extent {
    double of(Architecture network, double rows);
  }

  private double sumOverRuns(Extent extent) {
    double sum = 0;
    long shapes = 0;
    for (Variant variant : config.variants()) {
      int rows = variant.training().rows(data.scaled().points());
      for (Architecture network : shapes(variant).toList()) {
        sum += extent.of(network, rows);
        shapes++;
      }
    }
    return sum * size / shapes;
  }

  /** Parameters, their gradients, and the activations of all layers on all points. */
  private double numbersAStep(Architecture network) {
    long activations = 0;
    for (int l = 0; l < network.layers(); l++) {
      activations += (long) network.neurons(l) * data.scaled().points();
    }
    return 2L * network.parameterCount() + activations;
  }

  /** Returns the different networks of the sweep, in the order of their axes. */
  public List<Architecture> architectures() {
    return config.variants().stream().flatMap(this::shapes).distinct().toList();
  }

  /** Returns the networks of a variant, one for each width that is swept. */
  private Stream<Architecture> shapes(Variant variant) {
    return config.axes().stream()
        .filter(Axis.Neurons.class::isInstance)
        .map(Axis.Neurons.class::cast)
        .findFirst()
        .map(
            axis ->
                LongStream.range(0, axis.size())
                    .mapToObj(i -> architecture(variant, Optional.of(axis.neurons(i)))))
        .orElseGet(() -> Stream.of(architecture(variant, Optional.empty())));
  }
}
