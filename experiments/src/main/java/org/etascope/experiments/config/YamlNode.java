package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A node of a YAML document as it is written: no types, no references. */
sealed interface YamlNode {
  /** Plain scalars that mean the same in a block and in brackets. */
  Pattern SAFE = Pattern.compile("[-+.]?[A-Za-z0-9][-+A-Za-z0-9_./]*");

  /** Returns where the node begins. */
  Place place();

  /** Returns the code points it takes up in its text. */
  Span span();

  /** Returns the index behind the last code point that belongs to a value of this node. */
  int writtenEnd();

  /** Returns the node on one line, with the same meaning in every context. */
  String flowText();

  /**
   * A stretch of a text.
   *
   * @param start index of the first code point
   * @param end index behind the last code point
   */
  record Span(int start, int end) {}

  /**
   * A scalar.
   *
   * @param plain whether it is written without quotes and not as a block
   */
  record Scalar(String value, boolean plain, Place place, Span span) implements YamlNode {
    /** Returns whether nothing is written at all, as in {@code key:}. */
    boolean absent() {
      return plain && value.isEmpty();
    }

    @Override
    public int writtenEnd() {
      return span.end();
    }

    @Override
    public String flowText() {
      if (plain && SAFE.matcher(value).matches()) {
        return value;
      }
      StringBuilder quoted = new StringBuilder("\"");
      value
          .codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                  case '\n' -> quoted.append("\\n");
                  default -> {
                    if (Character.isISOControl(c)) {
                      quoted.append("\\x%02x".formatted(c));
                    } else {
                      quoted.appendCodePoint(c);
                    }
                  }
                }
              });
      return quoted.append('"').toString();
    }
  }

  /**
   * A sequence.
   *
   * @param flow whether it is written in brackets
   */
  record Sequence(List<YamlNode> items, boolean flow, Place place, Span span) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public int writtenEnd() {
      return flow || items.isEmpty() ? span.end() : items.get(items.size() - 1).writtenEnd();
    }

    @Override
    public String flowText() {
      return items.stream().map(YamlNode::flowText).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * A mapping, its keys possibly repeated.
   *
   * @param flow whether it is written in braces
   */
  record Mapping(List<Entry> entries, boolean flow, Place place, Span span) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public int writtenEnd() {
      return flow || entries.isEmpty()
          ? span.end()
          : entries.get(entries.size() - 1).value().writtenEnd();
    }

    @Override
    public String flowText() {
      return entries.stream()
          .map(entry -> entry.key().flowText() + ": " + entry.value().flowText())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * Returns the mapping with a value in place of the one under a key, or added to the others.
     *
     * @param path the key, after those of the mappings around it
     * @param key stands as the key where it is added
     */
    Mapping with(List<String> path, Scalar key, YamlNode value) {
      String name = path.get(0);
      YamlNode put = value;
      if (path.size() > 1) {
        Mapping inner =
            entry(name).map(Entry::value).orElse(null) instanceof Mapping written
                ? written
                : new Mapping(List.of(), true, key.place(), key.span());
        put = inner.with(path.subList(1, path.size()), key, value);
      }
      List<Entry> changed = new ArrayList<>(entries);
      changed.removeIf(entry -> entry.key().value().equals(name));
      changed.add(new Entry(new Scalar(name, true, key.place(), key.span()), put));
      return new Mapping(changed, flow, place, span);
    }

    /** Returns the first entry with a key. */
    Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().value().equals(key)).findFirst();
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
