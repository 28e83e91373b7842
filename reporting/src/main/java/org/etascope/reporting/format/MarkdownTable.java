package org.etascope.reporting.format;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The columns of a Markdown table.
 *
 * @param columns from left to right
 * @param <T> what a row is about
 */
record MarkdownTable<T>(List<Column<T>> columns) {
  /**
   * One column.
   *
   * @param header what stands above it, as Markdown
   * @param align how it is aligned
   * @param cell what stands in the row of an item, as Markdown
   * @param <T> what a row is about
   */
  record Column<T>(String header, Align align, Function<T, String> cell) {}

  /** Returns a column of text. */
  static <T> Column<T> text(String header, Function<T, String> cell) {
    return new Column<>(header, Align.LEFT, cell);
  }

  /** Returns a column of numbers. */
  static <T> Column<T> number(String header, Function<T, String> cell) {
    return new Column<>(header, Align.RIGHT, cell);
  }

  /** Returns a column for each swept axis other than eta, neurons and seed; both are untrusted. */
  static <T> List<Column<T>> axes(List<String> names, Function<T, List<String>> settings) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                MarkdownTable.<T>text(
                    MarkdownWriter.escape(names.get(i)),
                    row -> MarkdownWriter.escape(settings.apply(row).get(i))))
        .toList();
  }

  /** Writes the header and a row for each item. */
  void write(Iterable<T> rows, MarkdownWriter markdown) throws IOException {
    markdown.tableHead(
        columns.stream().map(Column::header).toList(),
        columns.stream().map(Column::align).toList());
    for (T row : rows) {
      markdown.tableRow(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
  }
}
