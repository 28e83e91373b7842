package org.etascope.experiments.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A user's text as messages show it: short, on one line, and inert on a terminal and in logs. */
final class Shown {
  private static final int LONGEST = 60;
  private static final int LONGEST_LIST = 20;

  private Shown() {}

  /**
   * Returns the text in single quotes, shortened, with control, formatting (such as bidirectional)
   * and unassigned characters as {@code \}{@code u} escapes.
   */
  static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  /** Returns the text as {@link #quoted} does, without the quotes. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }

  /** Returns a path at full length; one that begins with a colon, as commands to CI do, gets ./. */
  static String path(Path path) {
    String shown = whole(path.toString());
    return shown.startsWith(":") ? "./" + shown : shown;
  }

  /** Returns the text as {@link #plain} does, at full length. */
  static String whole(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /** Returns names separated by commas, the first twenty at most. */
  static String list(List<String> names) {
    String shown =
        names.stream().limit(LONGEST_LIST).map(Shown::plain).collect(Collectors.joining(", "));
    int more = names.size() - LONGEST_LIST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          shown.append(c <= 0xFFFF ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
      default -> shown.appendCodePoint(c);
    }
  }
}
