package org.etascope.reporting.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
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
    writeHeader(out);
    writeRows(rows, out);
  }

  /**
   * Writes the header. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  void writeHeader(Writer out) throws IOException {
    CsvWriter csv = writer(out);
    try {
      csv.writeRecord(
          columns.stream().map(column -> CsvCell.text(column.name()).toString()).toList());
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes a row for each item. Leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  void writeRows(Stream<T> rows, Writer out) throws IOException {
    CsvWriter csv = writer(out);
    try {
      rows.forEachOrdered(row -> write(row, csv.writeRecord()));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns the rows of some items, as {@link #writeRows} writes them. */
  String rows(Stream<T> rows) {
    StringWriter text = new StringWriter();
    try {
      writeRows(rows, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static CsvWriter writer(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  private void write(T row, CsvWriterRecord cells) {
    for (Column<T> column : columns) {
      cells.writeField(column.cell().apply(row).toString());
    }
    cells.endRecord();
  }
}
