package org.etascope.experiments.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.network.NumpyRandom;
import org.etascope.reporting.summary.Expectation;

/** Reads a config from its tree, reporting every problem that it finds on the way. */
final class SweepReader {
  static final NumberKind ETA = NumberKind.POSITIVE;
  static final NumberKind NEURONS = NetworkReader.NEURONS;
  static final NumberKind SEED = NumberKind.whole(0, NumpyRandom.MAX_SEED);

  private static final long MOST_RUNS = Integer.MAX_VALUE;
  private static final long MOST_PARAMETERS = Integer.MAX_VALUE - 8;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String NAMES =
      "1 to 100 letters, digits, '.', '_' or '-', the first a letter or digit";

  private static final Map<String, RunChoice> RUNS = Choices.of(RunChoice.class);

  private final ConfigMapping config;
  private final Optional<String> name;
  private final Optional<DataSection.Source> data;

  SweepReader(YamlNode.Mapping tree, Problems problems) {
    config = new ConfigMapping("", tree, Keys.CONFIG, problems);
    name = config.required("name", "one-galaxy").flatMap(SweepReader::name);
    data = config.required("data", "{points: [[0.5, 1.5]]}").flatMap(DataSection::read);
  }

  /** Returns a section as it is written; nothing if it was reported. */
  private Optional<YamlNode.Mapping> section(String key, String example, Keys keys) {
    Optional<ConfigValue> value = config.required(key, example);
    if (value.isPresent() && !value.get().isMapping()) {
      value.get().mustBe("a mapping with the keys " + String.join(", ", keys.names()));
    }
    return value
        .map(ConfigValue::node)
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast);
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
    Optional<YamlNode.Mapping> network = section("network", "{hidden: [5]}", Keys.NETWORK);
    Optional<YamlNode.Mapping> training = section("training", "{steps: 10}", Keys.TRAINING);
    Axes axes =
        config
            .required("sweep", "{eta: [0.1, 0.6], seeds: 1}")
            .flatMap(value -> value.mapping(Keys.SWEEP))
            .map(SweepReader::axes)
            .orElse(new Axes(List.of(), List.of()));
    List<Variant> variants = List.of();
    SortedMap<String, String> settings = new TreeMap<>();
    if (network.isPresent() && training.isPresent()) {
      SettingsReader reader =
          new SettingsReader(network.get(), training.get(), data, config.problems());
      variants = reader.read(axes.settings());
      settings.putAll(reader.written());
      variants.stream().map(Variant::network).distinct().forEach(n -> requireFit(n, axes.all()));
    }
    Optional<ConfigMapping> reportKeys =
        config.optional("report").flatMap(value -> value.mapping(Keys.REPORT));
    ReportConfig report =
        new ReportConfig(
            runs(reportKeys, "traces").orElse(Defaults.TRACES),
            runs(reportKeys, "steps").orElse(Defaults.STEPS),
            runs(reportKeys, "evidence").orElse(Defaults.EVIDENCE),
            reportKeys
                .flatMap(keys -> keys.optional("sharpness"))
                .flatMap(SharpnessReader::read)
                .orElse(Defaults.SHARPNESS));
    List<Integer> hidden =
        variants.stream().map(v -> v.network().hidden()).findFirst().orElse(List.of());
    List<Expectation> expectations =
        config
            .optional("expect")
            .map(new ExpectationReader(new SelectionReader(hidden, axes.all()))::read)
            .orElse(List.of());
    if (name.isEmpty() || data.isEmpty() || variants.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SweepConfig(
            name.get(),
            description,
            data.get().config(),
            data.get().validation(),
            variants,
            settings,
            axes.all(),
            report,
            expectations));
  }

  private static Optional<RunChoice> runs(Optional<ConfigMapping> keys, String key) {
    return keys.flatMap(mapping -> mapping.optional(key)).flatMap(value -> value.oneOf(RUNS));
  }

  /** Reports a loss that is not defined for the targets, once scaled. */
  void requireTargets(SweepConfig valid, LoadedData loaded) {
    ScaledData data = valid.data().scale().apply(loaded.data());
    Optional<Dataset> validation = loaded.validation().map(data::scale);
    for (Loss loss : valid.variants().stream().map(v -> v.training().loss()).distinct().toList()) {
      String needs =
          "training.loss %s needs targets from 0 to 1".formatted(Choices.word(loss.name()));
      forbidden(loss, data.scaled())
          .ifPresent(
              target ->
                  config.error("%s, got %s; data.scale: minmax would do".formatted(needs, target)));
      validation
          .flatMap(points -> forbidden(loss, points))
          .ifPresent(
              target -> config.error("%s, data.validation.file has %s".formatted(needs, target)));
    }
  }

  private static Optional<Double> forbidden(Loss loss, Dataset points) {
    return Arrays.stream(points.targetValues())
        .filter(target -> !loss.allowsTarget(target))
        .boxed()
        .findFirst();
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

  /**
   * What is swept.
   *
   * @param all the axes in the order of the file, without those that were reported
   * @param settings those of them that are keys of network or training
   */
  private record Axes(List<Axis> all, List<SettingsReader.Swept> settings) {}

  private static Axes axes(ConfigMapping keys) {
    keys.required("eta", "[0.1, 0.6]");
    keys.required("seeds", "{from: 0, to: 99}");
    List<Axis> axes = new ArrayList<>();
    List<SettingsReader.Swept> settings = new ArrayList<>();
    for (ConfigValue value : keys.values()) {
      if (value.name().contains(".")) {
        Optional<SettingsReader.Swept> swept = SettingsReader.swept(value);
        swept.ifPresent(settings::add);
        swept.map(SettingsReader.Swept::axis).ifPresent(axes::add);
      } else {
        axis(value).ifPresent(axes::add);
      }
    }
    BigInteger runs =
        axes.stream()
            .map(axis -> BigInteger.valueOf(axis.size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    if (runs.compareTo(BigInteger.valueOf(MOST_RUNS)) > 0) {
      keys.error("sweep has %s runs; at most %s are allowed".formatted(runs, MOST_RUNS));
    }
    return new Axes(axes, settings);
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
        axes.stream()
            .filter(Axis.Neurons.class::isInstance)
            .map(axis -> ((Axis.Neurons) axis).values())
            .findFirst();
    if (neurons.isPresent() && network.hidden().isEmpty()) {
      reject("hidden", "is empty, so sweep.neurons has no width to replace; write [1]");
      return;
    }
    if (neurons.isPresent() && network.init() instanceof GivenParameters) {
      reject("init", "writes out every weight, so sweep.neurons cannot vary their number");
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
      reject(
          "hidden",
          "leads to widths %s with %s parameters; at most %s are allowed"
              .formatted(widths, parameters, MOST_PARAMETERS));
    }
  }

  private void reject(String key, String message) {
    config
        .optional("network")
        .flatMap(value -> value.mapping(Keys.NETWORK))
        .flatMap(keys -> keys.optional(key))
        .ifPresent(value -> value.error(message));
  }
}
