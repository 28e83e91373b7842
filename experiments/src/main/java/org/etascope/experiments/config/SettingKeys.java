package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of network or training as one variant reads them: what it uses, and what of it differs
 * from the default.
 */
final class SettingKeys {
  private final ConfigMapping keys;
  private final Set<String> used = new HashSet<>();
  private final SortedMap<String, String> written = new TreeMap<>();

  SettingKeys(ConfigMapping keys) {
    this.keys = keys;
  }

  /** Returns the value of a key that matters, if it is written. */
  Optional<ConfigValue> optional(String key) {
    used.add(key);
    return keys.optional(key);
  }

  /** Returns the value of a key that matters, whose absence is reported. */
  Optional<ConfigValue> required(String key, String example) {
    used.add(key);
    return keys.required(key, example);
  }

  /** Returns the number under a key, or its default. */
  double number(String key, NumberKind kind, double fallback) {
    Optional<BigDecimal> number = optional(key).flatMap(value -> value.number(kind));
    number.filter(n -> n.doubleValue() != fallback).ifPresent(n -> note(key, Numeral.text(n)));
    return number.map(BigDecimal::doubleValue).orElse(fallback);
  }

  /** Returns the number under a key, if it is written and not the word for none. */
  Optional<BigDecimal> numberUnless(String none, String key, NumberKind kind) {
    Optional<BigDecimal> number =
        optional(key)
            .filter(value -> !value.isWord(none))
            .flatMap(value -> value.number(kind.describedAs(none + " or " + kind.description())));
    number.ifPresent(n -> note(key, Numeral.text(n)));
    return number;
  }

  /** Returns what the word under a key stands for, or the default. */
  <T> T choice(String key, Map<String, T> choices, T fallback) {
    Optional<ConfigValue> value = optional(key);
    Optional<T> choice = value.flatMap(v -> v.oneOf(choices));
    choice
        .filter(c -> !c.equals(fallback))
        .ifPresent(c -> note(key, value.flatMap(v -> v.text("a word")).orElse("")));
    return choice.orElse(fallback);
  }

  /** Notes the text of a setting that is not its default. */
  void note(String key, String text) {
    written.put(key, text);
  }

  /** Returns the keys that were asked for. */
  Set<String> used() {
    return Set.copyOf(used);
  }

  /** Returns the settings that are not their defaults, as texts that are equal when they are. */
  SortedMap<String, String> written() {
    return new TreeMap<>(written);
  }
}
