package org.etascope.reporting.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema, of the few words that those in {@code docs} are made of. A word it does not know
 * is an error.
 */
final class JsonSchema {
  private final Map<?, ?> schema;
  private final Set<String> used = new HashSet<>();

  private JsonSchema(Map<?, ?> schema) {
    this.schema = schema;
  }

  static JsonSchema of(String file) throws IOException {
    Path path = Path.of(System.getProperty("etascope.root", ".."), "docs", file);
    return new JsonSchema(JsonText.object(Files.readString(path)));
  }

  /** Returns what is wrong with a document, place by place. */
  List<String> problems(String document) throws IOException {
    return problems("", JsonText.object(document), schema);
  }

  /** Returns the definitions that no document so far had a use for. */
  Set<String> unused() {
    Set<String> unused = new HashSet<>();
    at(schema, "$defs").keySet().forEach(name -> unused.add(name.toString()));
    unused.removeAll(used);
    return unused;
  }

  private List<String> problems(String place, Object value, Map<?, ?> rules) {
    List<String> problems = new ArrayList<>();
    rules.forEach(
        (word, rule) -> problems.addAll(problems(place, value, rules, word.toString(), rule)));
    return problems;
  }

  private List<String> problems(
      String place, Object value, Map<?, ?> rules, String word, Object rule) {
    return switch (word) {
      case "$schema", "title", "description", "$defs", "properties" -> List.of();
      case "$ref" -> problems(place, value, definition(rule.toString()));
      case "type" -> unless(hasType(value, rule.toString()), place, value, "is no " + rule);
      case "const" -> unless(rule.equals(value), place, value, "is not " + rule);
      case "enum" -> unless(((List<?>) rule).contains(value), place, value, "is none of " + rule);
      case "minimum" -> unless(((Long) value) >= ((Long) rule), place, value, "is below " + rule);
      case "pattern" ->
          unless(value.toString().matches(rule.toString()), place, value, "is not " + rule);
      case "anyOf" -> anyOf(place, value, (List<?>) rule);
      case "items" -> items(place, (List<?>) value, (Map<?, ?>) rule);
      case "required" ->
          unless(
              ((Map<?, ?>) value).keySet().containsAll((List<?>) rule),
              place,
              ((Map<?, ?>) value).keySet(),
              "lacks some of " + rule);
      case "additionalProperties" -> members(place, (Map<?, ?>) value, rules, rule);
      default -> List.of(place + ": the schema says " + word);
    };
  }

  private List<String> members(String place, Map<?, ?> value, Map<?, ?> rules, Object others) {
    Map<?, ?> known = rules.containsKey("properties") ? at(rules, "properties") : Map.of();
    List<String> problems = new ArrayList<>();
    value.forEach(
        (name, member) -> {
          String at = place + "/" + name;
          Object rule = known.containsKey(name) ? at(known, name.toString()) : others;
          problems.addAll(
              rule instanceof Map<?, ?> map
                  ? problems(at, member, map)
                  : List.of(at + " is not in the schema"));
        });
    return problems;
  }

  private List<String> items(String place, List<?> value, Map<?, ?> rule) {
    List<String> problems = new ArrayList<>();
    for (int k = 0; k < value.size(); k++) {
      problems.addAll(problems(place + "/" + k, value.get(k), rule));
    }
    return problems;
  }

  private List<String> anyOf(String place, Object value, List<?> choices) {
    List<String> all = new ArrayList<>();
    for (Object choice : choices) {
      boolean wantsNull = ((Map<?, ?>) choice).containsValue("null");
      if (wantsNull != (value == JsonText.NULL)) {
        continue;
      }
      List<String> problems = problems(place, value, (Map<?, ?>) choice);
      if (problems.isEmpty()) {
        return List.of();
      }
      all.addAll(problems);
    }
    return all.isEmpty() ? List.of(place + " fits no choice") : all;
  }

  private static boolean hasType(Object value, String type) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "null" -> value == JsonText.NULL;
      default -> false;
    };
  }

  private Map<?, ?> definition(String reference) {
    String name = reference.substring("#/$defs/".length());
    used.add(name);
    return at(at(schema, "$defs"), name);
  }

  private static Map<?, ?> at(Map<?, ?> object, String name) {
    if (object.get(name) instanceof Map<?, ?> found) {
      return found;
    }
    throw new IllegalArgumentException("the schema has no " + name);
  }

  private static List<String> unless(boolean fine, String place, Object value, String problem) {
    return fine ? List.of() : List.of("%s: %s %s".formatted(place, value, problem));
  }
}
