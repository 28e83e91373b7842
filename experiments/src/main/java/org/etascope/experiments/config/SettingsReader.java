package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.etascope.core.training.TrainingSpec;

/**
 * Reads network and training once for every choice of the settings that are swept, with the swept
 * values in the places of the written ones, so that every rule about a key holds for each of them.
 */
final class SettingsReader {
  private static final int MOST_VARIANTS = 10_000;
  private static final int MOST_VALUES = 1_000;

  private final YamlNode.Mapping network;
  private final YamlNode.Mapping training;
  private final Optional<DataSection.Source> data;
  private final Problems problems;
  private final Set<String> used = new HashSet<>();
  private final SortedMap<String, String> written = new TreeMap<>();
  private final Set<ConfigProblem> reported = new LinkedHashSet<>();

  /**
   * Makes a reader.
   *
   * @param network the section as written
   * @param training the section as written
   * @param data the points, unless they were reported
   */
  SettingsReader(
      YamlNode.Mapping network,
      YamlNode.Mapping training,
      Optional<DataSection.Source> data,
      Problems problems) {
    this.network = network;
    this.training = training;
    this.data = data;
    this.problems = problems;
  }

  /**
   * A swept setting.
   *
   * @param axis its path and texts
   * @param key the key it stands under in the sweep
   * @param values its values as written, in the order of the texts
   */
  record Swept(Axis.Setting axis, YamlNode.Scalar key, List<YamlNode.Scalar> values) {}

  /** Reads the values of a swept setting; nothing if a problem was reported. */
  static Optional<Swept> swept(ConfigValue value) {
    Map<String, YamlNode.Scalar> values = new LinkedHashMap<>();
    for (YamlNode.Scalar item : items(value)) {
      String text = text(item);
      if (values.putIfAbsent(text, item) != null) {
        value.warning("has %s twice; it runs once".formatted(Shown.quoted(text)));
      }
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Swept(
                new Axis.Setting(value.name(), List.copyOf(values.keySet())),
                value.key(),
                List.copyOf(values.values())));
  }

  private static List<YamlNode.Scalar> items(ConfigValue value) {
    if (value.isMapping()) {
      return SweptValues.read(value, NumberKind.ANY)
          .filter(values -> isFew(value, values.size()))
          .map(values -> scalars(value, values))
          .orElse(List.of());
    }
    List<YamlNode> nodes =
        value.node() instanceof YamlNode.Sequence list ? list.items() : List.of(value.node());
    List<YamlNode.Scalar> scalars = new ArrayList<>();
    for (YamlNode node : nodes) {
      if (!(node instanceof YamlNode.Scalar scalar) || scalar.absent()) {
        value.error("must be a word or number, a list of them, or a progression");
        return List.of();
      }
      scalars.add(scalar);
    }
    if (scalars.isEmpty()) {
      value.error("is an empty list; write at least one value");
    }
    return isFew(value, scalars.size()) ? scalars : List.of();
  }

  private static boolean isFew(ConfigValue value, long size) {
    if (size > MOST_VALUES) {
      value.error("has %s values; at most %s are allowed".formatted(size, MOST_VALUES));
    }
    return size <= MOST_VALUES;
  }

  private static List<YamlNode.Scalar> scalars(ConfigValue value, Values values) {
    return LongStream.range(0, values.size())
        .mapToObj(
            i ->
                new YamlNode.Scalar(
                    Numeral.text(values.at(i)), true, value.place(), value.node().span()))
        .toList();
  }

  /** Returns a scalar as tables show it: a number in its shortest form, a word as it is. */
  static String text(YamlNode.Scalar scalar) {
    return scalar.plain() && Numeral.complaint(scalar.value()).isEmpty()
        ? Numeral.text(Numeral.exact(scalar.value()))
        : scalar.value();
  }

  /**
   * Returns a variant for each choice of the swept settings, the last setting fastest; nothing if a
   * problem was reported.
   */
  List<Variant> read(List<Swept> settings) {
    long count = settings.stream().mapToLong(s -> s.axis().size()).reduce(1, Math::multiplyExact);
    if (count > MOST_VARIANTS) {
      problems.error(
          settings.get(0).key().place(),
          "the swept settings have %s combinations; at most %s are allowed"
              .formatted(count, MOST_VARIANTS));
      return List.of();
    }
    List<Variant> variants = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      read(settings, i).ifPresent(variants::add);
    }
    problems.addAll(List.copyOf(reported));
    if (reported.isEmpty()) {
      requireUse("network", network, Keys.NETWORK);
      requireUse("training", training, Keys.TRAINING);
    }
    return variants.size() == count ? variants : List.of();
  }

  private Optional<Variant> read(List<Swept> settings, long choice) {
    YamlNode.Mapping chosenNetwork = network;
    YamlNode.Mapping chosenTraining = training;
    long rest = choice;
    for (int k = settings.size() - 1; k >= 0; k--) {
      Swept swept = settings.get(k);
      YamlNode.Scalar value = swept.values().get((int) (rest % swept.axis().size()));
      rest /= swept.axis().size();
      List<String> path = List.of(swept.axis().path().split("\\."));
      List<String> within = path.subList(1, path.size());
      if (path.get(0).equals("network")) {
        chosenNetwork = chosenNetwork.with(within, swept.key(), value);
      } else {
        chosenTraining = chosenTraining.with(within, swept.key(), value);
      }
    }
    Problems found = new Problems();
    SettingKeys networkKeys = keys("network", chosenNetwork, Keys.NETWORK, found);
    SettingKeys trainingKeys = keys("training", chosenTraining, Keys.TRAINING, found);
    Optional<NetworkConfig> readNetwork = NetworkReader.read(networkKeys, data);
    Optional<TrainingSpec> readTraining = TrainingReader.read(trainingKeys);
    collect("network", networkKeys);
    collect("training", trainingKeys);
    reported.addAll(found.errors());
    return readNetwork.isPresent() && readTraining.isPresent()
        ? Optional.of(new Variant(readNetwork.get(), readTraining.get()))
        : Optional.empty();
  }

  private static SettingKeys keys(
      String path, YamlNode.Mapping section, Keys keys, Problems problems) {
    return new SettingKeys(new ConfigMapping(path, section, keys, problems));
  }

  private void collect(String section, SettingKeys keys) {
    keys.used().forEach(key -> used.add(section + "." + key));
    keys.written().forEach((key, text) -> written.put(section + "." + key, text));
  }

  /** Reports keys that nothing reads, such as the momentum of an optimizer without one. */
  private void requireUse(String section, YamlNode.Mapping mapping, Keys keys) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String path = section + "." + entry.key().value();
      if (keys.names().contains(entry.key().value()) && !used.contains(path)) {
        problems.error(
            entry.key().place(), path + " has no effect on what is chosen beside it; leave it out");
      }
    }
  }

  /** Returns the settings of all variants that differ from the default, as canonical texts. */
  SortedMap<String, String> written() {
    return new TreeMap<>(written);
  }
}
