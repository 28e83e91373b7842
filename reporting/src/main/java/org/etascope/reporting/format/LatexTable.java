package org.etascope.reporting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table for print: over pages when it is long, in parts when it is wide. */
final class LatexTable {
  /** How wide a part may be, in widths of a digit: 170 mm at 8 pt. */
  private static final double ROOM = 118;

  /** The space between columns, in widths of a digit. */
  private static final double GAP = 1.65;

  /** So many rows stand on one page. */
  private static final int MOST_ROWS = 50;

  private final String caption;
  private final List<Column> keys;
  private final List<Group> groups;

  /**
   * A table.
   *
   * @param caption LaTeX that stands above it
   * @param keys columns that begin every part, at least one
   * @param groups further columns; a group is torn only where it is wider than a page
   */
  LatexTable(String caption, List<Column> keys, List<Group> groups) {
    this.caption = caption;
    this.keys = List.copyOf(keys);
    this.groups = List.copyOf(groups);
  }

  /**
   * One column.
   *
   * @param header LaTeX that stands above it
   * @param align how it is aligned
   * @param cells what stands in it, from top to bottom
   */
  record Column(LatexCell header, Align align, List<LatexCell> cells) {
    /** Copies the cells. */
    Column {
      cells = List.copyOf(cells);
    }

    /** Returns a column of untrusted text under an untrusted header. */
    static <T> Column text(String header, List<T> rows, Function<T, String> cell) {
      return new Column(
          LatexCell.text(header),
          Align.LEFT,
          rows.stream().map(cell.andThen(LatexCell::text)).toList());
    }

    /** Returns a column whose header has one word a line. */
    static <T> Column of(MarkdownTable.Column<T> plain, List<T> rows) {
      return new Column(
          stacked(plain.header(), plain.align()),
          plain.align(),
          rows.stream().map(plain.cell().andThen(LatexCell::quantity)).toList());
    }

    private static LatexCell stacked(String header, Align align) {
      List<String> words = List.of(header.split(" (?!%)", -1));
      String stack = words.stream().map(LatexWriter::escape).collect(Collectors.joining("\\\\"));
      return new LatexCell(
          words.size() == 1 ? stack : "\\shortstack[%s]{%s}".formatted(letter(align), stack),
          words.stream().mapToInt(String::length).max().orElse(0));
    }

    private double width() {
      return GAP
          + Stream.concat(Stream.of(header), cells.stream())
              .mapToDouble(LatexCell::width)
              .max()
              .orElse(0);
    }
  }

  /**
   * Columns that belong together.
   *
   * @param title stands above all of them, or is empty
   * @param columns from left to right, at least one
   */
  record Group(LatexCell title, List<Column> columns) {
    /** Copies the columns. */
    Group {
      columns = List.copyOf(columns);
    }

    /** Returns a column that belongs to no other. */
    static Group single(Column column) {
      return new Group(LatexCell.EMPTY, List.of(column));
    }

    private boolean isTitled() {
      return !title.latex().isEmpty();
    }

    private double width() {
      return Math.max(title.width() + GAP, columns.stream().mapToDouble(Column::width).sum());
    }

    private Stream<Group> torn(double room) {
      if (width() <= room) {
        return Stream.of(this);
      }
      return packed(columns, Column::width, room).stream().map(part -> new Group(title, part));
    }
  }

  void write(LatexWriter latex) throws IOException {
    double room = ROOM - keys.stream().mapToDouble(Column::width).sum();
    List<List<Group>> parts =
        packed(groups.stream().flatMap(group -> group.torn(room)).toList(), Group::width, room);
    int rows = keys.get(0).cells().size();
    int pages = Math.max(1, (rows + MOST_ROWS - 1) / MOST_ROWS);
    int all = parts.size() * pages;
    for (int part = 0; part < all; part++) {
      int from = part % pages * MOST_ROWS;
      latex.line("");
      latex.line("\\noindent\\begin{minipage}{\\linewidth}\\centering\\footnotesize");
      latex.line(
          "\\captionof{table}{%s%s.}"
              .formatted(caption, all == 1 ? "" : " (part %s of %s)".formatted(part + 1, all)));
      writePart(parts.get(part / pages), from, Math.min(rows, from + MOST_ROWS), latex);
      latex.line("\\end{minipage}\\par\\bigskip");
    }
  }

  /** Returns the items in as few rows as hold them in their order; one item fits always. */
  private static <T> List<List<T>> packed(List<T> items, Function<T, Double> width, double room) {
    List<List<T>> rows = new ArrayList<>();
    double left = 0;
    for (T item : items) {
      if (rows.isEmpty() || width.apply(item) > left) {
        rows.add(new ArrayList<>());
        left = room;
      }
      rows.get(rows.size() - 1).add(item);
      left -= width.apply(item);
    }
    return rows;
  }

  private void writePart(List<Group> part, int from, int to, LatexWriter latex) throws IOException {
    List<Column> columns =
        Stream.concat(keys.stream(), part.stream().flatMap(group -> group.columns().stream()))
            .toList();
    latex.line(
        "\\begin{tabular}{@{}%s@{}}"
            .formatted(
                columns.stream()
                    .map(column -> letter(column.align()))
                    .collect(Collectors.joining())));
    writeHead(part, columns, latex);
    for (int r = from; r < to; r++) {
      int row = r;
      latex.line(row(columns.stream().map(column -> column.cells().get(row).latex())));
    }
    latex.line("\\bottomrule");
    latex.line("\\end{tabular}");
  }

  private void writeHead(List<Group> part, List<Column> columns, LatexWriter latex)
      throws IOException {
    latex.line("\\toprule");
    if (part.stream().anyMatch(Group::isTitled)) {
      latex.line(
          row(
              Stream.concat(
                  keys.stream().map(key -> ""),
                  part.stream()
                      .map(
                          group ->
                              "\\multicolumn{%s}{c}{%s}"
                                  .formatted(group.columns().size(), group.title().latex())))));
      latex.line(rules(part));
    }
    latex.line(row(columns.stream().map(column -> column.header().latex())));
    latex.line("\\midrule");
  }

  private String rules(List<Group> part) {
    StringBuilder rules = new StringBuilder();
    int first = keys.size() + 1;
    for (Group group : part) {
      int last = first + group.columns().size() - 1;
      if (group.isTitled()) {
        rules.append("\\cmidrule(lr){%s-%s}".formatted(first, last));
      }
      first = last + 1;
    }
    return rules.toString();
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" & ")) + "\\\\";
  }

  private static String letter(Align align) {
    return switch (align) {
      case LEFT -> "l";
      case RIGHT -> "r";
    };
  }
}
