package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;

/** The columns of {@code traces/RUN.csv}, a row for each number. */
final class TraceColumns {
  static final CsvTable<TraceEntry> TABLE =
      new CsvTable<>(
          List.of(
              column("run", entry -> CsvCell.text(entry.run())),
              column("step", entry -> CsvCell.count(entry.step())),
              column("tensor", entry -> CsvCell.text(entry.matrix().name())),
              column("row", entry -> CsvCell.count(entry.row())),
              column("column", entry -> CsvCell.count(entry.column())),
              column("value", entry -> CsvCell.number(entry.value()))));

  private TraceColumns() {}
}
