package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;

/**
 * The columns of {@code steps.csv}, a row for each step of each run. What describes the arrival at
 * a step stands in its row.
 */
final class StepColumns {
  private StepColumns() {}

  static CsvTable<RunStep> table(List<String> extraAxes) {
    return CsvTable.of(
        List.of(
            column("run", row -> CsvCell.text(row.run().name())),
            column("eta", row -> CsvCell.number(row.run().eta())),
            column("neurons", row -> CsvCell.text(row.run().neurons())),
            column("seed", row -> CsvCell.count(row.run().seed()))),
        CsvTable.axes(extraAxes, row -> row.run().settings()),
        List.of(
            column("step", row -> CsvCell.count(row.step())),
            column("loss", row -> CsvCell.number(row.loss())),
            column("loss_change", StepColumns::lossChange),
            column("increase", row -> CsvCell.flag(row.isIncrease()))));
  }

  private static CsvCell lossChange(RunStep row) {
    return row.hasPrevious() ? CsvCell.number(row.lossChange()) : CsvCell.EMPTY;
  }
}
