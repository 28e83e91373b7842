package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables for print fit the page and lose nothing. */
final class LatexTableTest {
  @Test
  void aSmallTableIsOnePart() throws IOException {
    assertEquals(
        """

        \\noindent\\begin{minipage}{\\linewidth}\\centering\\footnotesize
        \\captionof{table}{Caption.}
        \\begin{tabular}{@{}rrr@{}}
        \\toprule
         & \\multicolumn{2}{c}{$W_{0}$}\\\\
        \\cmidrule(lr){2-3}
        step & 0 & 1\\\\
        \\midrule
        $0$ & $0.0000$ & $0.0000$\\\\
        $1$ & $0.0000$ & $0.0000$\\\\
        \\bottomrule
        \\end{tabular}
        \\end{minipage}\\par\\bigskip
        """,
        table(2, 2));
  }

  @ParameterizedTest
  @CsvSource({"3, 10, 1", "14, 10, 1", "15, 10, 2", "40, 10, 3", "3, 120, 3", "40, 51, 6"})
  void aLargeOneIsTornIntoParts(int columns, int rows, int parts) throws IOException {
    String table = table(columns, rows);

    assertEquals(parts, count("\\begin{tabular}", table));
    assertEquals((long) rows * columns, count("$0.0000$", table));
    assertTrue(parts == 1 || table.contains("(part %s of %s)".formatted(parts, parts)), table);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 4, $0.2500$",
    "-0.25, 2, $-0.25$",
    "0, 4, $0$",
    "0.0004028, 4, $4.028{\\times}10^{-4}$",
    "7.385304509711656E-8, 4, $7.385{\\times}10^{-8}$",
    "-1.5E300, 3, $-1.50{\\times}10^{300}$",
    "0.5, 1, $0.5$",
    "0.00001, 1, $1{\\times}10^{-5}$",
    "NaN, 4, NaN",
    "Infinity, 4, $\\infty$",
    "-Infinity, 4, $-\\infty$"
  })
  void numbersAreTypeset(double value, int decimals, String expected) {
    assertEquals(expected, LatexCell.number(value, decimals).latex());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"+84.4 %;$+84.4\\,\\%$", "step 1;step 1", "16x8;16x8", "100;$100$"})
  void quantitiesAreTypeset(String text, String expected) {
    assertEquals(expected, LatexCell.quantity(text).latex());
  }

  private static String table(int columns, int rows) throws IOException {
    StringWriter out = new StringWriter();
    LatexTable.Column step =
        new LatexTable.Column(
            LatexCell.text("step"),
            Align.RIGHT,
            IntStream.range(0, rows)
                .mapToObj(row -> LatexCell.quantity(Integer.toString(row)))
                .toList());
    LatexTable.Group group =
        new LatexTable.Group(
            LatexCell.mathematics("W_{0}", 3),
            IntStream.range(0, columns)
                .mapToObj(
                    column ->
                        new LatexTable.Column(
                            LatexCell.text(Integer.toString(column)),
                            Align.RIGHT,
                            IntStream.range(0, rows)
                                .mapToObj(row -> LatexCell.quantity("0.0000"))
                                .toList()))
                .toList());
    new LatexTable("Caption", List.of(step), List.of(group)).write(new LatexWriter(out));
    return out.toString();
  }

  private static long count(String part, String text) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }
}
