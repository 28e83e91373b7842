package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.etascope.reporting.summary.Features;

/**
 * The columns of {@code steps.csv}, a row for each step of each run. What describes the arrival at
 * a step stands in its row.
 */
final class StepColumns {
  private StepColumns() {}

  /**
   * Returns the table.
   *
   * @param extraAxes names of the swept axes other than eta, neurons and seed
   * @param features what the runs have that not all runs have
   */
  static CsvTable<RunStep> table(List<String> extraAxes, Features features) {
    List<CsvTable.Column<RunStep>> findings = new ArrayList<>();
    findings.add(column("step", row -> CsvCell.count(row.step())));
    if (features.scheduled()) {
      findings.add(column("eta_in_force", row -> CsvCell.number(row.etaInForce())));
    }
    findings.add(column("loss", row -> CsvCell.number(row.loss())));
    findings.add(column("loss_change", StepColumns::lossChange));
    if (features.validated()) {
      findings.add(column("validation_loss", StepColumns::validationLoss));
    }
    findings.add(column("increase", row -> CsvCell.flag(row.isIncrease())));
    return CsvTable.of(
        List.of(
            column("run", row -> CsvCell.text(row.run().name())),
            column("eta", row -> CsvCell.number(row.run().eta())),
            column("neurons", row -> CsvCell.text(row.run().neurons())),
            column("seed", row -> CsvCell.count(row.run().seed()))),
        CsvTable.axes(extraAxes, row -> row.run().settings()),
        findings);
  }

  private static CsvCell validationLoss(RunStep row) {
    OptionalDouble loss = row.validationLoss();
    return loss.isPresent() ? CsvCell.number(loss.getAsDouble()) : CsvCell.EMPTY;
  }

  private static CsvCell lossChange(RunStep row) {
    return row.hasPrevious() ? CsvCell.number(row.lossChange()) : CsvCell.EMPTY;
  }
}
