package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code KEY=VALUE} argument that overrides a config.
 *
 * @param path the key, one or two names long
 * @param value the new value
 * @param place where the argument begins
 */
record Assignment(List<String> path, YamlNode value, Place place) {
  /**
   * Parses an argument.
   *
   * @throws ConfigException if there is no {@code =}, the key is unknown, or the value is not YAML
   */
  static Assignment parse(String argument) throws ConfigException {
    Place place = Place.startOf("argument " + Shown.quoted(argument));
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw place.exception("must be KEY=VALUE, such as training.steps=20");
    }
    String key = argument.substring(0, equals);
    if (!Keys.paths().contains(key)) {
      throw place.exception(
          "unknown key %s%s allowed: %s"
              .formatted(
                  Shown.quoted(key),
                  Keys.pathMeant(key).map(path -> "; did you mean '" + path + "'?").orElse(";"),
                  String.join(", ", Keys.paths())));
    }
    int column = argument.codePointCount(0, equals + 1) + 1;
    YamlNode value =
        YamlParser.parse(argument.substring(equals + 1), place.file(), column)
            .orElseGet(
                () ->
                    new YamlNode.Scalar(
                        "", true, new Place(place.file(), 1, column), new YamlNode.Span(0, 0)));
    return new Assignment(List.of(key.split("\\.", 2)), value, place);
  }

  /** Returns the tree with the value in place; a key that it lacks becomes the first. */
  YamlNode.Mapping applyTo(YamlNode.Mapping tree) {
    return applyTo(tree, path);
  }

  private YamlNode.Mapping applyTo(YamlNode.Mapping mapping, List<String> keys) {
    List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
    Optional<YamlNode.Entry> present = mapping.entry(keys.get(0));
    List<String> rest = keys.subList(1, keys.size());
    if (present.isEmpty()) {
      entries.add(0, new YamlNode.Entry(key(keys.get(0)), nested(rest)));
    } else {
      YamlNode.Entry entry = present.get();
      YamlNode replaced =
          !rest.isEmpty() && entry.value() instanceof YamlNode.Mapping inner
              ? applyTo(inner, rest)
              : nested(rest);
      entries.set(entries.indexOf(entry), new YamlNode.Entry(entry.key(), replaced));
    }
    return new YamlNode.Mapping(entries, mapping.flow(), mapping.place(), mapping.span());
  }

  private YamlNode nested(List<String> keys) {
    return keys.isEmpty()
        ? value
        : new YamlNode.Mapping(
            List.of(new YamlNode.Entry(key(keys.get(0)), value)), true, place, value.span());
  }

  private YamlNode.Scalar key(String name) {
    return new YamlNode.Scalar(name, true, place, value.span());
  }

  /**
   * Returns the text with the value in place; all else, comments too, stays as it is.
   *
   * @param tree the tree of the text
   */
  String applyTo(String text, YamlNode.Mapping tree) {
    Optional<YamlNode> section = tree.entry(path.get(0)).map(YamlNode.Entry::value);
    if (path.size() == 2 && section.isPresent() && section.get() instanceof YamlNode.Mapping keys) {
      return applyTo(text, keys, path.get(1), value.flowText());
    }
    String nested =
        path.size() == 2 ? "{" + path.get(1) + ": " + value.flowText() + "}" : value.flowText();
    return applyTo(text, tree, path.get(0), nested);
  }

  private static String applyTo(String text, YamlNode.Mapping mapping, String key, String flow) {
    Optional<YamlNode> old = mapping.entry(key).map(YamlNode.Entry::value);
    if (old.isPresent()) {
      int start = text.offsetByCodePoints(0, old.get().span().start());
      int end = text.offsetByCodePoints(0, old.get().writtenEnd());
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      String space = start == end ? " " : "";
      return text.substring(0, start) + space + flow + text.substring(end);
    }
    String entry = key + ": " + flow;
    if (mapping.entries().isEmpty()) {
      int brace = text.offsetByCodePoints(0, mapping.span().start());
      return text.substring(0, brace + 1) + entry + text.substring(brace + 1);
    }
    YamlNode.Scalar first = mapping.entries().get(0).key();
    int start = text.offsetByCodePoints(0, first.span().start());
    String separator = mapping.flow() ? ", " : "\n" + " ".repeat(first.place().column() - 1);
    return text.substring(0, start) + entry + separator + text.substring(start);
  }
}
