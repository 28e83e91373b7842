package org.etascope.experiments.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.NumpyRandom;
import org.etascope.reporting.summary.Expectation;

/** Reads a config from its tree, reporting every problem that it finds on the way. */
final class SweepReader {
  static final NumberKind ETA = NumberKind.POSITIVE;
  static final NumberKind NEURONS = NumberKind.whole(1, 1_000_000);
  static final NumberKind SEED = NumberKind.whole(0, NumpyRandom.MAX_SEED);

  private static final NumberKind STEPS = NumberKind.whole(1, 10_000_000);
  private static final int MOST_LAYERS = 64;
  private static final long MOST_RUNS = Integer.MAX_VALUE;
  private static final long MOST_PARAMETERS = Integer.MAX_VALUE - 8;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String NAMES =
      "1 to 100 letters, digits, '.', '_' or '-', the first a letter or digit";

  private static final Map<String, Activation> ACTIVATIONS = Choices.of(Activation.class);
  private static final Map<String, Initialization> INITS = Choices.of(Initialization.class);
  private static final Map<String, Loss> LOSSES = Choices.of(Loss.class);
  private static final Map<String, OptimizerName> OPTIMIZERS = Choices.of(OptimizerName.class);
  private static final Map<String, TraceChoice> TRACES = Choices.of(TraceChoice.class);

  private final ConfigMapping config;
  private final Optional<String> name;
  private final Optional<DataSection.Source> data;
  private final Optional<ConfigMapping> networkKeys;

  SweepReader(YamlNode.Mapping tree, Problems problems) {
    config = new ConfigMapping("", tree, Keys.CONFIG, problems);
    name = config.required("name", "one-galaxy").flatMap(SweepReader::name);
    data = config.required("data", "{points: [[0.5, 1.5]]}").flatMap(DataSection::read);
    networkKeys = section("network", "{hidden: [5]}", Keys.NETWORK);
  }

  private Optional<ConfigMapping> section(String key, String example, Keys keys) {
    return config.required(key, example).flatMap(value -> value.mapping(keys));
  }

  /** Returns the source of the points; nothing if a problem was reported. */
  Optional<DataSection.Source> data() {
    return data;
  }

  /** Reads the config; nothing if a required part was reported as missing or wrong. */
  Optional<SweepConfig> read() {
    String description =
        config
            .optional("description")
            .flatMap(SweepReader::description)
            .orElse(Defaults.DESCRIPTION);
    Optional<NetworkConfig> network = networkKeys.flatMap(SweepReader::network);
    Optional<TrainingConfig> training =
        section("training", "{steps: 10}", Keys.TRAINING).flatMap(SweepReader::training);
    List<Axis> axes =
        section("sweep", "{eta: [0.1, 0.6], seeds: 1}", Keys.SWEEP)
            .map(SweepReader::axes)
            .orElse(List.of());
    network.ifPresent(valid -> requireFit(valid, axes));
    ReportConfig report =
        new ReportConfig(
            config
                .optional("report")
                .flatMap(value -> value.mapping(Keys.REPORT))
                .flatMap(keys -> keys.optional("traces"))
                .flatMap(value -> value.oneOf(TRACES))
                .orElse(Defaults.TRACES));
    List<Integer> hidden = network.map(NetworkConfig::hidden).orElse(List.of());
    List<Expectation> expectations =
        config
            .optional("expect")
            .map(new ExpectationReader(new SelectionReader(hidden, axes))::read)
            .orElse(List.of());
    if (name.isEmpty() || data.isEmpty() || network.isEmpty() || training.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SweepConfig(
            name.get(),
            description,
            data.get().config(),
            network.get(),
            training.get(),
            axes,
            report,
            expectations));
  }

  private static Optional<String> name(ConfigValue value) {
    Optional<String> name = value.text(NAMES);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      value.mustBe(NAMES);
      return Optional.empty();
    }
    return name;
  }

  private static Optional<String> description(ConfigValue value) {
    Optional<String> written = value.text("text").map(String::strip);
    if (written.isEmpty()) {
      return written;
    }
    String text = written.get();
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_DESCRIPTION) {
      value.error(
          "has %s characters; at most %s are allowed".formatted(length, LONGEST_DESCRIPTION));
    }
    text.codePoints()
        .filter(c -> c != '\n' && Character.isISOControl(c))
        .findFirst()
        .ifPresent(c -> value.error("holds the control character U+%04X; remove it".formatted(c)));
    return written;
  }

  private static Optional<NetworkConfig> network(ConfigMapping keys) {
    Activation activation =
        keys.optional("activation").flatMap(v -> v.oneOf(ACTIVATIONS)).orElse(Defaults.ACTIVATION);
    Activation output =
        keys.optional("output").flatMap(v -> v.oneOf(ACTIVATIONS)).orElse(Defaults.OUTPUT);
    Initialization init = keys.optional("init").flatMap(v -> v.oneOf(INITS)).orElse(Defaults.INIT);
    return keys.required("hidden", "[5]")
        .flatMap(SweepReader::hidden)
        .map(hidden -> new NetworkConfig(hidden, activation, output, init));
  }

  private static Optional<List<Integer>> hidden(ConfigValue value) {
    Optional<List<ConfigValue>> layers =
        value.items("a list with the width of each hidden layer, such as [5], or [] for none");
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    if (layers.get().size() > MOST_LAYERS) {
      value.error(
          "has %s layers; at most %s are allowed".formatted(layers.get().size(), MOST_LAYERS));
      return Optional.empty();
    }
    List<Integer> widths =
        layers.get().stream().flatMap(layer -> layer.integer(NEURONS).stream()).toList();
    return widths.size() == layers.get().size() ? Optional.of(widths) : Optional.empty();
  }

  private static Optional<TrainingConfig> training(ConfigMapping keys) {
    Loss loss = keys.optional("loss").flatMap(v -> v.oneOf(LOSSES)).orElse(Defaults.LOSS);
    OptimizerName optimizer =
        keys.optional("optimizer").flatMap(v -> v.oneOf(OPTIMIZERS)).orElse(Defaults.OPTIMIZER);
    return keys.required("steps", "10")
        .flatMap(value -> value.integer(STEPS))
        .map(steps -> new TrainingConfig(loss, optimizer, steps));
  }

  /** Returns the axes in the order of the file, without those that were reported. */
  private static List<Axis> axes(ConfigMapping keys) {
    keys.required("eta", "[0.1, 0.6]");
    keys.required("seeds", "{from: 0, to: 99}");
    List<Axis> axes = keys.values().stream().flatMap(value -> axis(value).stream()).toList();
    BigInteger runs =
        axes.stream()
            .map(axis -> BigInteger.valueOf(axis.size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    if (runs.compareTo(BigInteger.valueOf(MOST_RUNS)) > 0) {
      keys.error("sweep has %s runs; at most %s are allowed".formatted(runs, MOST_RUNS));
    }
    return axes;
  }

  private static Optional<Axis> axis(ConfigValue value) {
    return switch (value.name()) {
      case "eta" -> SweptValues.read(value, ETA).map(Axis.Eta::new);
      case "neurons" -> SweptValues.read(value, NEURONS).map(Axis.Neurons::new);
      default -> SweptValues.read(value, SEED).map(Axis.Seeds::new);
    };
  }

  /** Reports widths that cannot be replaced, or that need more parameters than one array holds. */
  private void requireFit(NetworkConfig network, List<Axis> axes) {
    Optional<Values> neurons =
        axes.stream().filter(Axis.Neurons.class::isInstance).map(Axis::values).findFirst();
    if (neurons.isPresent() && network.hidden().isEmpty()) {
      networkKeys
          .flatMap(keys -> keys.optional("hidden"))
          .ifPresent(
              value ->
                  value.error("is empty, so sweep.neurons has no width to replace; write [1]"));
      return;
    }
    List<Integer> hidden =
        neurons
            .map(values -> Collections.nCopies(network.hidden().size(), largest(values)))
            .orElse(network.hidden());
    data.ifPresent(source -> requireFit(source, hidden));
  }

  private static int largest(Values values) {
    return LongStream.range(0, values.size())
        .mapToInt(i -> values.at(i).intValueExact())
        .max()
        .orElseThrow();
  }

  private void requireFit(DataSection.Source source, List<Integer> hidden) {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, source.features());
    widths.add(source.targets());
    long parameters = Architecture.parameterCount(widths);
    if (parameters > MOST_PARAMETERS) {
      networkKeys
          .flatMap(keys -> keys.optional("hidden"))
          .ifPresent(
              value ->
                  value.error(
                      "leads to widths %s with %s parameters; at most %s are allowed"
                          .formatted(widths, parameters, MOST_PARAMETERS)));
    }
  }
}
