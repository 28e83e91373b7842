package org.etascope.experiments.config;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Turns YAML text into a tree of what is written.
 *
 * <p>Works on parse events, so that nothing is ever resolved, expanded or instantiated, and without
 * recursion. Anchors, aliases, tags, merge keys and further documents are refused where they stand.
 */
final class YamlParser {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NODES = 250_000;

  private final String source;
  private final int firstColumn;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();
  private Place reached;
  private int nodes;

  private YamlParser(String source, int firstColumn) {
    this.source = source;
    this.firstColumn = firstColumn;
    this.reached = new Place(source, 1, firstColumn);
  }

  /**
   * Parses a file's text.
   *
   * @param source what problems call the file
   * @return the tree; nothing if the text holds no document
   * @throws ConfigException with one problem, if the text is not YAML or not allowed
   */
  static Optional<YamlNode> parse(String text, String source) throws ConfigException {
    return new YamlParser(source, 1).parse(text);
  }

  /**
   * Parses a value that stands within a longer line.
   *
   * @param firstColumn the column of the value's first character, from 1
   */
  static Optional<YamlNode> parse(String text, String source, int firstColumn)
      throws ConfigException {
    return new YamlParser(source, firstColumn).parse(text);
  }

  private Optional<YamlNode> parse(String text) throws ConfigException {
    requirePrintable(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    Parser parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
    try {
      for (Event event = parser.getEvent();
          !event.is(Event.ID.StreamEnd);
          event = parser.getEvent()) {
        take(event);
        reached = place(event.getEndMark());
      }
    } catch (MarkedYAMLException e) {
      throw place(e.getProblemMark()).exception("not valid YAML: " + explanation(e));
    } catch (YAMLException e) {
      throw reached.exception("not valid YAML from here on: " + Shown.plain(e.toString()));
    } catch (IllegalArgumentException e) {
      // How the scanner meets an escape such as "\\UFFFFFFFF".
      throw reached.exception("not valid YAML from here on: an escape names no character");
    }
    return root;
  }

  private void requirePrintable(String text) throws ConfigException {
    int line = 1;
    int column = firstColumn;
    for (int c : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(c)) {
        throw new Place(source, line, column)
            .exception("the character U+%04X is not allowed in YAML".formatted(c));
      }
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 1 : column + 1;
    }
  }

  private void take(Event event) throws ConfigException {
    switch (event.getEventId()) {
      case DocumentStart -> {
        if (root.isPresent()) {
          throw refused(event, "a second document is not allowed; keep one config in a file");
        }
      }
      case Alias -> throw refused(event, alias((AliasEvent) event));
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        requirePlainNode(scalar, scalar.getTag());
        add(
            new YamlNode.Scalar(
                scalar.getValue(), scalar.isPlain(), place(event), span(event, event)));
      }
      case SequenceStart, MappingStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        requirePlainNode(start, start.getTag());
        if (open.size() == MAX_DEPTH) {
          throw refused(event, "nested more than " + MAX_DEPTH + " deep");
        }
        open.push(new Open(start, new ArrayList<>()));
      }
      case SequenceEnd -> {
        Open closed = open.pop();
        add(
            new YamlNode.Sequence(
                closed.children,
                closed.start.isFlow(),
                place(closed.start),
                span(closed.start, event)));
      }
      case MappingEnd -> {
        Open closed = open.pop();
        add(
            new YamlNode.Mapping(
                entries(closed.children),
                closed.start.isFlow(),
                place(closed.start),
                span(closed.start, event)));
      }
      default -> {}
    }
  }

  private void add(YamlNode node) throws ConfigException {
    if (++nodes > MAX_NODES) {
      throw node.place().exception("more than " + MAX_NODES + " values; put data into a CSV file");
    }
    if (open.isEmpty()) {
      root = Optional.of(node);
    } else {
      open.element().children.add(node);
    }
  }

  private static List<YamlNode.Entry> entries(List<YamlNode> keysAndValues) throws ConfigException {
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      YamlNode key = keysAndValues.get(i);
      if (!(key instanceof YamlNode.Scalar name)) {
        throw key.place().exception("a key must be a word, not a list or a mapping");
      }
      if (name.plain() && name.value().equals("<<")) {
        throw key.place().exception("the merge key << is not allowed; write the keys out");
      }
      entries.add(new YamlNode.Entry(name, keysAndValues.get(i + 1)));
    }
    return entries;
  }

  private void requirePlainNode(NodeEvent event, String tag) throws ConfigException {
    if (event.getAnchor() != null) {
      throw refused(
          event,
          "the anchor &%s is not allowed; write values out"
              .formatted(Shown.plain(event.getAnchor())));
    }
    if (tag != null) {
      throw refused(
          event,
          "the tag %s is not allowed; types come from the key"
              .formatted(Shown.plain(tag.replace("tag:yaml.org,2002:", "!!"))));
    }
  }

  private static String alias(AliasEvent event) {
    return "the alias *%s is not allowed; write the value out"
        .formatted(Shown.plain(event.getAnchor()));
  }

  private ConfigException refused(Event event, String message) {
    return place(event).exception(message);
  }

  private String explanation(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("\\t(TAB)")) {
      return "a tab cannot indent; use spaces";
    }
    Mark context = e.getContextMark();
    return Shown.whole(problem)
        + (e.getContext() == null ? "" : " " + Shown.whole(e.getContext()))
        + (context == null ? "" : " that begins at " + place(context).lineAndColumn());
  }

  private Place place(Event event) {
    return place(event.getStartMark());
  }

  private Place place(Mark mark) {
    int offset = mark.getLine() == 0 ? firstColumn : 1;
    return new Place(source, mark.getLine() + 1, mark.getColumn() + offset);
  }

  private static YamlNode.Span span(Event first, Event last) {
    return new YamlNode.Span(first.getStartMark().getIndex(), last.getEndMark().getIndex());
  }

  /** A collection whose end has not been read yet. */
  private record Open(CollectionStartEvent start, List<YamlNode> children) {}
}
