package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.etascope.reporting.text.PlainText;

/**
 * Writes a LaTeX document that pdflatex compiles as it is. What its methods take is LaTeX;
 * untrusted text goes through {@link #escape} first.
 */
final class LatexWriter {
  private static final String PREAMBLE =
      """
      \\documentclass[10pt,a4paper]{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[utf8]{inputenc}
      \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}
      \\usepackage{textcomp}
      \\usepackage[margin=20mm]{geometry}
      \\usepackage{booktabs}
      \\usepackage[font=small,labelfont=bf]{caption}
      \\setlength{\\tabcolsep}{3.5pt}
      \\setlength{\\parindent}{0pt}
      \\setlength{\\parskip}{4pt}
      \\setlength{\\emergencystretch}{3em}
      \\setcounter{secnumdepth}{0}
      \\begin{document}
      """;

  /** Characters that LaTeX acts on, alone, in pairs or after a line end, and what prints them. */
  private static final Map<Integer, String> SYNTAX =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '\'', "\\textquotesingle{}"),
          Map.entry((int) '`', "\\textasciigrave{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '[', "{[}"),
          Map.entry((int) ']', "{]}"),
          Map.entry((int) '*', "{*}"),
          Map.entry((int) '-', "-{}"),
          Map.entry((int) ',', ",{}"),
          Map.entry((int) ':', ":{}"));

  /** Dashes and quotation marks when doubled, and what build servers take for a command. */
  private static final String DOUBLED = "-,:";

  private static final int FIRST_ACCENTED = 0xC0;
  private static final int LAST_ACCENTED = 0xFF;

  private final Writer out;

  LatexWriter(Writer out) {
    this.out = out;
  }

  /**
   * Returns untrusted text in one line that prints as it reads, wherever it is put. Characters that
   * pdflatex has no glyph for are named: {@code U+4E2D}.
   */
  static String escape(String text) {
    String line = PlainText.oneLine(text).strip();
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      int next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      escaped.append(escape(line.codePointAt(i), next));
    }
    return escaped.toString().replace(" \\%", "~\\%");
  }

  private static String escape(int codePoint, int next) {
    boolean onlyActsDoubled = DOUBLED.indexOf(codePoint) >= 0;
    if (onlyActsDoubled && next != codePoint) {
      return Character.toString(codePoint);
    }
    boolean hasGlyph =
        (codePoint >= ' ' && codePoint <= '~')
            || (codePoint >= FIRST_ACCENTED && codePoint <= LAST_ACCENTED);
    String printed = SYNTAX.get(codePoint);
    if (printed != null) {
      return printed;
    }
    return hasGlyph ? Character.toString(codePoint) : "U+" + hex(codePoint);
  }

  private static String hex(int codePoint) {
    StringBuilder digits = new StringBuilder();
    for (int shift = codePoint > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
      digits.append("0123456789ABCDEF".charAt((codePoint >> shift) & 0xF));
    }
    return digits.toString();
  }

  /** Returns text that is set as code; for text of our own only. */
  static String code(String text) {
    return "\\texttt{" + text + "}";
  }

  /** Returns text in bold. */
  static String bold(String text) {
    return "\\textbf{" + text + "}";
  }

  void beginDocument() throws IOException {
    out.write(PREAMBLE);
  }

  void endDocument() throws IOException {
    line("\\end{document}");
  }

  void title(String text) throws IOException {
    line("\n{\\LARGE\\bfseries " + text + "\\par}\\medskip");
  }

  void section(String text) throws IOException {
    line("\n\\section{" + text + "}");
  }

  void subsection(String text) throws IOException {
    line("\n\\subsection{" + text + "}");
  }

  void paragraph(String text) throws IOException {
    line("\n" + text);
  }

  void list(List<String> items) throws IOException {
    environment(
        "itemize",
        Stream.concat(
                Stream.of("\\setlength{\\itemsep}{0pt}\\setlength{\\parskip}{0pt}"),
                items.stream().map(item -> "\\item " + item))
            .toList());
  }

  /** Writes untrusted text, already escaped, line by line. */
  void quote(List<String> lines) throws IOException {
    environment("quote", lines);
  }

  private void environment(String name, List<String> lines) throws IOException {
    line("\n\\begin{" + name + "}");
    for (String text : lines) {
      line(text);
    }
    line("\\end{" + name + "}");
  }

  /** Writes a line of LaTeX as it is. */
  void line(String latex) throws IOException {
    out.write(latex + "\n");
  }
}
