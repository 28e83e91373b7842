package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.etascope.reporting.text.PlainText;

/**
 * Writes GitHub-flavoured Markdown. What its methods take is Markdown; untrusted text goes through
 * {@link #escape} first.
 */
final class MarkdownWriter {
  /**
   * Code, emphasis, links, HTML, headings, cells, entities, mathematics; "_" within a word is not.
   */
  private static final Pattern SYNTAX =
      Pattern.compile("[\\\\`*\\[\\]<#|~&$]|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])");

  /** Bare links, and what build servers take for a command. */
  private static final Pattern COLON_OR_DOT = Pattern.compile(":(?=[:/])|(?<=www)\\.");

  /** Lists, quotations and underlines of headings. */
  private static final Pattern START = Pattern.compile("^(\\d*)([-+.)](?=[\\s-]|$)|=|>)");

  private final Writer out;
  private boolean begun;

  MarkdownWriter(Writer out) {
    this.out = out;
  }

  /** Returns untrusted text in one line that renders as it reads, wherever it is put. */
  static String escape(String text) {
    String line = PlainText.oneLine(text).strip();
    String escaped = SYNTAX.matcher(line).replaceAll("\\\\$0");
    escaped = COLON_OR_DOT.matcher(escaped).replaceAll("\\\\$0");
    return START.matcher(escaped).replaceFirst("$1\\\\$2");
  }

  /** Returns text that is set as code; for text of our own only. */
  static String code(String text) {
    return "`" + text + "`";
  }

  /** Returns a link to a file beside the document. */
  static String link(String text, String path) {
    return "[" + text + "](" + path + ")";
  }

  /** Returns a picture that lies beside the document; the text is for who cannot see it. */
  static String image(String text, String path) {
    return "!" + link(text, path);
  }

  void heading(int level, String text) throws IOException {
    block("#".repeat(level) + " " + text);
  }

  void paragraph(String text) throws IOException {
    block(text);
  }

  void list(List<String> items) throws IOException {
    block("- " + String.join("\n- ", items));
  }

  void quote(List<String> lines) throws IOException {
    block("> " + String.join("\n> ", lines));
  }

  /** Begins a part that a click unfolds; its title is text of our own. */
  void beginDetails(String title) throws IOException {
    block("<details>\n<summary>" + title + "</summary>");
  }

  void endDetails() throws IOException {
    block("</details>");
  }

  /** Begins a table; its rows follow. */
  void tableHead(List<String> headers, List<Align> columns) throws IOException {
    block(row(headers));
    tableRow(columns.stream().map(Align::rule).toList());
  }

  void tableRow(List<String> cells) throws IOException {
    out.write(row(cells) + "\n");
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private void block(String text) throws IOException {
    out.write((begun ? "\n" : "") + text + "\n");
    begun = true;
  }
}
