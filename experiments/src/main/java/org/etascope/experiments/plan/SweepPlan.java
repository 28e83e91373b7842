package org.etascope.experiments.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.Holdout;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.TrainingSpec;
import org.etascope.experiments.config.Axis;
import org.etascope.experiments.config.SharpnessChoice;
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
  private static final int AUTO_EVIDENCE_RUNS = 1000;
  private static final int AUTO_SHARPNESS_RUNS = 10_000;
  private static final int NUMBERS_A_SPEC = 32;
  private static final long AUTO_FLAGGED_TRACE_BYTES = 4L << 30;
  private static final long AUTO_STEP_ROWS = 1_000_000;
  private static final long AUTO_FLAGGED_STEP_ROWS = 100_000;

  private final SweepConfig config;
  private final ScaledData data;
  private final int size;
  private final Axis.Eta etas;
  private final Optional<Axis.Neurons> widths;
  private final Axis.Seeds seeds;
  private final List<Axis.Setting> settings;
  private final Stride etaStride;
  private final Stride widthStride;
  private final Stride seedStride;
  private final List<Stride> settingStrides;
  private final IntFunction<TrainingSpec> trainings;
  private final IntFunction<Architecture> networks;
  private final IntFunction<Points> points;

  /** What a run is trained on, and validated on if it is. */
  private record Points(Dataset training, Optional<Dataset> validation) {}

  private SweepPlan(SweepConfig config, ScaledData data, Optional<Dataset> validation, int size) {
    this.config = config;
    this.data = data;
    this.size = size;
    etas = axes(Axis.Eta.class).findFirst().orElseThrow();
    widths = axes(Axis.Neurons.class).findFirst();
    seeds = axes(Axis.Seeds.class).findFirst().orElseThrow();
    settings = axes(Axis.Setting.class).toList();
    etaStride = strides(Axis.Eta.class).findFirst().orElseThrow();
    widthStride = strides(Axis.Neurons.class).findFirst().orElse(Stride.NONE);
    seedStride = strides(Axis.Seeds.class).findFirst().orElseThrow();
    settingStrides = strides(Axis.Setting.class).toList();
    int variants = config.variants().size();
    trainings = Table.of(variants * etaStride.size(), NUMBERS_A_SPEC, this::training);
    networks = Table.of(variants * widthStride.size(), NUMBERS_A_SPEC, this::network);
    points = points(validation);
  }

  private <A extends Axis> Stream<A> axes(Class<A> kind) {
    return config.axes().stream().filter(kind::isInstance).map(kind::cast);
  }

  private Stream<Stride> strides(Class<? extends Axis> kind) {
    List<Stride> strides = Stride.of(config.axes());
    return IntStream.range(0, strides.size())
        .filter(k -> kind.isInstance(config.axes().get(k)))
        .mapToObj(strides::get);
  }

  /** Returns the points of the runs of each seed, by its place in the axis. */
  private IntFunction<Points> points(Optional<Dataset> validation) {
    Dataset all = data.scaled();
    if (config.validation().orElse(null) instanceof Validation.Fraction fraction) {
      return Table.of(
          seedStride.size(),
          (long) all.points() * (all.features() + all.targets()),
          seed -> {
            Holdout holdout = Holdout.of(all, fraction.share(), seeds.seed(seed));
            return new Points(holdout.training(), Optional.of(holdout.validation()));
          });
    }
    Points shared = new Points(all, validation);
    return seed -> shared;
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
    Objects.checkIndex(ordinal, size);
    int variant = variant(ordinal);
    int seed = seedStride.index(ordinal);
    Points used = points.apply(seed);
    return new RunSpec(
        used.training(),
        networks.apply(variant * widthStride.size() + widthStride.index(ordinal)),
        config.variants().get(variant).network().init(),
        seeds.seed(seed),
        trainings.apply(variant * etaStride.size() + etaStride.index(ordinal)),
        used.validation());
  }

  private int variant(int ordinal) {
    int variant = 0;
    for (Stride setting : settingStrides) {
      variant = variant * setting.size() + setting.index(ordinal);
    }
    return variant;
  }

  /** Returns the training of a variant and an eta, the eta faster. */
  private TrainingSpec training(int place) {
    TrainingSpec training = config.variants().get(place / etaStride.size()).training();
    double eta = etas.eta(place % etaStride.size());
    return training.withOptimizer(training.optimizer().withEta(eta));
  }

  /** Returns the network of a variant and a width, the width faster. */
  private Architecture network(int place) {
    int width = place % widthStride.size();
    return architecture(
        config.variants().get(place / widthStride.size()), widths.map(axis -> axis.neurons(width)));
  }

  /**
   * Returns a number, from 0, that a run shares with those that differ from it in eta alone.
   *
   * @param ordinal its place in the plan, from 0
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public int conditions(int ordinal) {
    return etaStride.others(Objects.checkIndex(ordinal, size));
  }

  /**
   * Returns the values of the swept settings of network and training, in the order of their axes.
   *
   * @param ordinal a run's place in the plan, from 0
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public List<String> settings(int ordinal) {
    Objects.checkIndex(ordinal, size);
    if (settings.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int k = 0; k < settings.size(); k++) {
      texts.add(settings.get(k).text(settingStrides.get(k).index(ordinal)));
    }
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

  /** Returns which first increases have their evidence; {@code auto} has all up to 1,000 runs. */
  public EvidenceSelection evidence() {
    return switch (config.report().evidence()) {
      case ALL -> EvidenceSelection.ALL;
      case FLAGGED -> EvidenceSelection.FLAGGED;
      case NONE -> EvidenceSelection.NONE;
      case AUTO -> size <= AUTO_EVIDENCE_RUNS ? EvidenceSelection.ALL : EvidenceSelection.FLAGGED;
    };
  }

  /**
   * Returns at which steps of every run the sharpness is computed; {@code auto} computes it at both
   * ends up to 10,000 runs, and nowhere beyond.
   */
  public SharpnessSteps sharpness() {
    if (config.report().sharpness() instanceof SharpnessChoice.At chosen) {
      return chosen.steps();
    }
    return size <= AUTO_SHARPNESS_RUNS ? new SharpnessSteps.Ends() : new SharpnessSteps.None();
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
   * rows at most, beyond that the first flagged ones, as many as fit into 100,000 rows.
   */
  public StepSelection steps() {
    return switch (config.report().steps()) {
      case ALL -> StepSelection.ALL;
      case FLAGGED -> new StepSelection(TraceSelection.FLAGGED, Long.MAX_VALUE);
      case NONE -> new StepSelection(TraceSelection.NONE, Long.MAX_VALUE);
      case AUTO ->
          stepRows() <= AUTO_STEP_ROWS
              ? StepSelection.ALL
              : new StepSelection(TraceSelection.FLAGGED, AUTO_FLAGGED_STEP_ROWS);
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
    return widths
        .map(
            axis ->
                LongStream.range(0, axis.size())
                    .mapToObj(i -> architecture(variant, Optional.of(axis.neurons(i)))))
        .orElseGet(() -> Stream.of(architecture(variant, Optional.empty())));
  }
}
