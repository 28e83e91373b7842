package org.etascope.experiments.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.etascope.core.data.Dataset;

/**
 * Reads columns of numbers from a CSV file (RFC 4180, UTF-8, a header in the first line).
 *
 * <p>Keeps only the columns and rows that are asked for.
 */
final class CsvData {
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_PROBLEMS = 100;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private final Path path;
  private final String shownPath;
  private final ConfigValue file;
  private final ConfigValue rowsValue;
  private final Rows rows;
  private final Problems problems;
  private long line = 1;
  private long nextLine = 1;
  private int reported;

  /**
   * Makes a reader of one file.
   *
   * @param path the file
   * @param file where the config names it
   * @param rowsValue where the config chooses rows
   * @param rows the rows to read
   */
  CsvData(Path path, ConfigValue file, ConfigValue rowsValue, Rows rows) {
    this.path = path;
    this.shownPath = Shown.path(path);
    this.file = file;
    this.rowsValue = rowsValue;
    this.rows = rows;
    this.problems = file.problems();
  }

  /** A column that is read: where it stands and what it holds so far. */
  private record Column(String name, int index, DoubleStream.Builder values) {
    double[] toArray() {
      return values.build().toArray();
    }
  }

  /**
   * A column that is asked for.
   *
   * @param at what of the config asks for it
   * @param absence what is said there of a file without it
   */
  private record Wanted(String name, ConfigValue at, String absence) {}

  /**
   * Reads the columns that two lists of the config name; nothing if a problem was reported.
   *
   * @param features names of columns
   * @param targets names of columns
   */
  Optional<Dataset> read(List<ConfigValue> features, List<ConfigValue> targets) {
    return readWanted(
        features.stream().map(this::listed).toList(), targets.stream().map(this::listed).toList());
  }

  private Wanted listed(ConfigValue value) {
    String name = value.text("the name of a column").orElseThrow();
    return new Wanted(
        name, value, "names no column of %s: %s".formatted(shownPath, Shown.quoted(name)));
  }

  /**
   * Reads columns that the config names for another file; nothing if a problem was reported.
   *
   * @param features names of columns
   * @param targets names of columns
   */
  Optional<Dataset> readShared(List<String> features, List<String> targets) {
    return readWanted(
        features.stream().map(this::shared).toList(), targets.stream().map(this::shared).toList());
  }

  private Wanted shared(String name) {
    return new Wanted(
        name, file, "names %s, which has no column %s".formatted(shownPath, Shown.quoted(name)));
  }

  private Optional<Dataset> readWanted(List<Wanted> features, List<Wanted> targets) {
    try (InputStream in = RegularFile.open(path, MOST_BYTES);
        CsvReader<CsvRecord> reader = csv(in)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        error("the file is empty; it needs a header and rows of numbers");
        return Optional.empty();
      }
      List<String> header = next(records).getFields().stream().map(String::strip).toList();
      List<Column> x = columns(features, header);
      List<Column> y = columns(targets, header);
      if (reported == 0) {
        readRows(records, header.size(), Stream.of(x, y).flatMap(List::stream).toList());
      }
      return reported == 0 ? Optional.of(dataset(x, y)) : Optional.empty();
    } catch (UnusableFileException e) {
      file.error("names %s, which %s".formatted(shownPath, e.getMessage()));
    } catch (CsvParseException e) {
      line = nextLine;
      error("not valid CSV: " + Shown.whole(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      unreadable(e);
    } catch (UncheckedIOException e) {
      unreadable(Objects.requireNonNull(e.getCause()));
    }
    return Optional.empty();
  }

  private void unreadable(IOException e) {
    if (!(e instanceof CharacterCodingException)) {
      file.error("names %s, which %s".formatted(shownPath, RegularFile.reason(e)));
      return;
    }
    try {
      line = Utf8.lineOfFirstFault(path);
    } catch (IOException changed) {
      e.addSuppressed(changed);
    }
    error("not UTF-8 in this line; save the file as UTF-8");
  }

  private static CsvReader<CsvRecord> csv(InputStream in) throws IOException {
    PushbackReader text = new PushbackReader(new InputStreamReader(in, Utf8.decoder()));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return CsvReader.builder()
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  /** Returns the next record, whose first line becomes the line of problems. */
  private CsvRecord next(Iterator<CsvRecord> records) {
    CsvRecord record = records.next();
    line = record.getStartingLineNumber();
    nextLine =
        line
            + 1
            + record.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
    return record;
  }

  private List<Column> columns(List<Wanted> wanted, List<String> header) {
    List<Column> columns = new ArrayList<>();
    for (Wanted column : wanted) {
      String name = column.name();
      int index = header.indexOf(name.strip());
      if (index < 0) {
        reported++;
        column
            .at()
            .error(
                "%s; its columns are %s%s"
                    .formatted(column.absence(), Shown.list(header), Nearest.hint(name, header)));
      } else if (index != header.lastIndexOf(name.strip())) {
        error(
            "the header has the column %s more than once, as columns %s and %s"
                .formatted(Shown.quoted(name), index + 1, header.lastIndexOf(name.strip()) + 1));
      } else {
        columns.add(new Column(name, index, DoubleStream.builder()));
      }
    }
    return columns;
  }

  private void readRows(Iterator<CsvRecord> records, int width, List<Column> columns) {
    int row = 0;
    OptionalLong blank = OptionalLong.empty();
    while (records.hasNext() && !rows.endsBefore(row + 1) && reported < MOST_PROBLEMS) {
      CsvRecord record = next(records);
      if (isBlank(record)) {
        blank = blank.isPresent() ? blank : OptionalLong.of(line);
        continue;
      }
      if (blank.isPresent()) {
        line = blank.getAsLong();
        error("a blank line between rows; remove it");
        return;
      }
      row++;
      if (record.getFieldCount() != width) {
        error(
            "this row and the header differ in their number of fields: %s and %s"
                .formatted(record.getFieldCount(), width));
      } else if (rows.contains(row)) {
        columns.forEach(column -> take(record.getField(column.index()), column));
      }
    }
    if (reported == 0) {
      requireRows(row);
    }
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFieldCount() <= 1 && String.join("", record.getFields()).isBlank();
  }

  private void take(String field, Column column) {
    String text = field.strip();
    if (!NUMBER.matcher(text).matches()) {
      error(
          "column %s: %s is not a decimal number%s"
              .formatted(Shown.quoted(column.name()), Shown.quoted(field), advice(text)));
      return;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      error(
          "column %s: %s is beyond the largest double, about 1.8e308"
              .formatted(Shown.quoted(column.name()), Shown.quoted(field)));
      return;
    }
    column.values().add(value);
  }

  private static String advice(String text) {
    if (text.isEmpty()) {
      return "; every row needs a value";
    }
    return DECIMAL_COMMA.matcher(text).matches()
        ? "; the decimal point is a point, " + text.replace(',', '.')
        : "";
  }

  private void requireRows(int there) {
    if (there == 0) {
      error("the file has a header but no rows");
    } else if (there < rows.first() || there < rows.last().orElse(there)) {
      reported++;
      rowsValue.error(
          "asks for rows up to %s, but %s has %s"
              .formatted(rows.last().orElse(rows.first()), shownPath, there));
    }
  }

  private static Dataset dataset(List<Column> features, List<Column> targets) {
    return Dataset.of(
        features.stream().map(Column::name).toList(),
        targets.stream().map(Column::name).toList(),
        features.stream().map(Column::toArray).toArray(double[][]::new),
        targets.stream().map(Column::toArray).toArray(double[][]::new));
  }

  private void error(String message) {
    reported++;
    problems.error(new Place(shownPath, (int) line, 1), message);
  }
}
