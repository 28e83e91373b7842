package org.etascope.experiments.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of the config with the values of its known keys; others have been reported. */
final class ConfigMapping {
  private final String path;
  private final Place place;
  private final Problems problems;
  private final Map<String, ConfigValue> values = new LinkedHashMap<>();

  /**
   * Takes the keys of a mapping, and reports those that are unknown or stand twice.
   *
   * @param path dotted path of the mapping, empty for the config itself
   */
  ConfigMapping(String path, YamlNode.Mapping mapping, KnownKeys keys, Problems problems) {
    this.path = path;
    this.place = mapping.place();
    this.problems = problems;
    Map<String, Place> seen = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode.Scalar key = entry.key();
      Place first = seen.putIfAbsent(key.value(), key.place());
      if (first != null) {
        problems.error(
            key.place(),
            "duplicate key %s, first at %s; keep one of them"
                .formatted(Shown.quoted(key.value()), first.lineAndColumn()));
      } else if (keys.names().contains(key.value())) {
        values.put(key.value(), new ConfigValue(pathOf(key.value()), key, entry.value(), problems));
      } else {
        problems.error(key.place(), unknown(key.value(), keys));
      }
    }
  }

  private String unknown(String key, KnownKeys keys) {
    return "unknown key "
        + Shown.quoted(key)
        + (path.isEmpty() ? "" : " in " + path)
        + keys.meant(key).map(meant -> "; did you mean '" + meant + "'?").orElse(";")
        + " allowed: "
        + String.join(", ", keys.names());
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns the known keys in the order of the file. */
  List<ConfigValue> values() {
    return List.copyOf(values.values());
  }

  Optional<ConfigValue> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * Returns the value of a key, whose absence is reported.
   *
   * @param example a value that a user could write
   */
  Optional<ConfigValue> required(String key, String example) {
    Optional<ConfigValue> value = optional(key);
    if (value.isEmpty()) {
      error("%s is missing; write for example %s: %s".formatted(pathOf(key), key, example));
    }
    return value;
  }

  /** Returns where problems of this mapping are collected. */
  Problems problems() {
    return problems;
  }

  /** Reports a problem of the mapping as a whole. */
  void error(String message) {
    problems.error(place, message);
  }
}
