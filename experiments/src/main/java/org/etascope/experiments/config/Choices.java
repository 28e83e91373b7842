package org.etascope.experiments.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words of a config that stand for constants. */
final class Choices {
  private Choices() {}

  /** Returns each constant under its word, in the order of declaration. */
  static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
    Map<String, E> choices = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      choices.put(word(constant), constant);
    }
    return Collections.unmodifiableMap(choices);
  }

  /** Returns the word of a constant: {@code half-mse} for {@code HALF_MSE}. */
  static String word(Enum<?> constant) {
    return word(constant.name());
  }

  /** Returns the word of a constant's name. */
  static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
