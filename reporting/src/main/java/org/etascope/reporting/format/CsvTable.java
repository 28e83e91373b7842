package org.etascope.reporting.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a CSV file: RFC 4180 with LF line ends and a header.
 *
 * @param columns from left to right
 * @param <T> what a row is about
 */
record CsvTable<T>(List<Column<T>> columns) {
  /**
   * One column.
   *
   * @param name its header, possibly untrusted
   * @param cell what stands in the row of an item
   * @param <T> what a row is about
   */
  record Column<T>(String name, Function<T, CsvCell> cell) {}

  /** Returns a table of three groups of columns, from left to right. */
  static <T> CsvTable<T> of(
      List<Column<T>> identity, List<Column<T>> axes, List<Column<T>> findings) {
    return new CsvTable<>(
        Stream.of(identity, axes, findings).<Column<T>>flatMap(List::stream).toList());
  }

  /** Returns a column. */
  static <T> Column<T> column(String name, Function<T, CsvCell> cell) {
    return new Column<>(name, cell);
  }

  /** Returns a column for each swept axis other than eta, neurons and seed. */
  static <T> List<Column<T>> axes(List<String> names, Function<T, List<String>> settings) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> CsvTable.<T>column(names.get(i), row -> CsvCell.text(settings.apply(row).get(i))))
        .toList();
  }

  /**
   * Writes the header and a row for each item. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  void write(Stream<T> rows, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    try {
      csv.writeRecord(
          columns.stream().map(column -> CsvCell.text(column.name()).toString()).toList());
      rows.forEachOrdered(row -> csv.writeRecord(cells(row)));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> cells(T row) {
    return columns.stream().map(column -> column.cell().apply(row).toString()).toList();
  }
}
