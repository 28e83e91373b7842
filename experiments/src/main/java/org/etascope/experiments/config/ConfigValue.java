package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of the config, whose type comes from its key. Whoever asks for a type that the value does
 * not have gets nothing, and the problem is reported.
 *
 * @param path dotted path of the value, e.g. {@code sweep.eta}
 * @param key the key it stands under
 * @param node the value as written
 */
record ConfigValue(String path, YamlNode.Scalar key, YamlNode node, Problems problems) {

  Place place() {
    return node.place();
  }

  /** Returns the last part of the path. */
  String name() {
    return key.value();
  }

  /** Reports a problem; the message follows the path. */
  void error(String message) {
    problems.error(place(), path + " " + message);
  }

  void warning(String message) {
    problems.warning(place(), path + " " + message);
  }

  /** Returns the value as a scalar's text, however it is quoted. */
  Optional<String> text(String expected) {
    if (node instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar.value());
    }
    mustBe(expected);
    return Optional.empty();
  }

  /** Returns the value as a number of a kind: exact, and within the range of a double. */
  Optional<BigDecimal> number(NumberKind kind) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.absent()) {
      mustBe(kind.description());
      return Optional.empty();
    }
    if (!scalar.plain()) {
      error(
          "must be %s, got the text %s; write it without quotes"
              .formatted(kind.description(), Shown.quoted(scalar.value())));
      return Optional.empty();
    }
    Optional<String> complaint = kind.complaint(scalar.value());
    if (complaint.isPresent()) {
      error(
          "must be %s, got %s%s"
              .formatted(kind.description(), Shown.plain(scalar.value()), complaint.get()));
      return Optional.empty();
    }
    return Optional.of(Numeral.exact(scalar.value()));
  }

  Optional<Integer> integer(NumberKind kind) {
    return number(kind).map(BigDecimal::intValueExact);
  }

  /** Returns what one of some words stands for. */
  <T> Optional<T> oneOf(Map<String, T> choices) {
    String allowed = String.join(", ", choices.keySet());
    Optional<String> word = text("one of " + allowed);
    Optional<T> choice = word.map(choices::get);
    if (word.isPresent() && choice.isEmpty()) {
      error(
          "must be one of %s, got %s%s"
              .formatted(
                  allowed, Shown.quoted(word.get()), Nearest.hint(word.get(), choices.keySet())));
    }
    return choice;
  }

  /**
   * Returns the items of a list, their paths numbered from 0.
   *
   * @param expected what stands here instead of something else, e.g. {@code a list of points}
   */
  Optional<List<ConfigValue>> items(String expected) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      mustBe(expected);
      return Optional.empty();
    }
    List<ConfigValue> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(new ConfigValue(path + "[" + items.size() + "]", key, item, problems));
    }
    return Optional.of(items);
  }

  Optional<ConfigMapping> mapping(KnownKeys keys) {
    if (node instanceof YamlNode.Mapping mapping) {
      return Optional.of(new ConfigMapping(path, mapping, keys, problems));
    }
    mustBe("a mapping with the keys " + String.join(", ", keys.names()));
    return Optional.empty();
  }

  /** Returns whether the value is a scalar with this text. */
  boolean isWord(String word) {
    return node instanceof YamlNode.Scalar scalar && scalar.value().equals(word);
  }

  /** Returns whether the value is a scalar with this text, or a list with such an item. */
  boolean mentions(String word) {
    return isWord(word)
        || (node instanceof YamlNode.Sequence sequence
            && sequence.items().stream()
                .anyMatch(item -> item instanceof YamlNode.Scalar s && s.value().equals(word)));
  }

  boolean isScalar() {
    return node instanceof YamlNode.Scalar;
  }

  boolean isMapping() {
    return node instanceof YamlNode.Mapping;
  }

  boolean isList() {
    return node instanceof YamlNode.Sequence;
  }

  /** Reports that something else stands here than what belongs here. */
  void mustBe(String expected) {
    error("must be %s, got %s".formatted(expected, kindOf(node)));
  }

  private static String kindOf(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.absent() ? "nothing" : Shown.quoted(scalar.value());
    }
    return node instanceof YamlNode.Sequence ? "a list" : "a mapping";
  }
}
