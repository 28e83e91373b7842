package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.PathCurvature;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.reporting.summary.Features;

/**
 * The columns of {@code steps.csv}, a row for each step of each run. What describes the arrival at
 * a step stands in its row. What takes a replay is empty for runs that are not traced.
 */
final class StepColumns {
  private static final List<CsvTable.Column<RunStep>> DIAGNOSTICS =
      List.of(
          column("gradient_norm", row -> traced(row, d -> CsvCell.number(d.gradientNorm()))),
          column("path_curvature", row -> curvature(row, PathCurvature::kappa)),
          column("eta_path_curvature", row -> curvature(row, PathCurvature::etaKappa)),
          column("gradient_cosine", row -> traced(row, d -> CsvCell.number(d.gradientCosine()))),
          column("active_neurons", row -> traced(row, d -> CsvCell.count(d.activeNeurons()))),
          column("increase", row -> traced(row, d -> CsvCell.flag(d.increase()))),
          column(
              "cause",
              row -> traced(row, d -> d.cause().map(CsvCell::word).orElse(CsvCell.EMPTY))));

  private StepColumns() {}

  /**
   * Returns the table.
   *
   * @param extraAxes names of the swept axes other than eta, neurons and seed
   * @param features what some runs have and others lack
   */
  static CsvTable<RunStep> table(List<String> extraAxes, Features features) {
    return CsvTable.of(
        List.of(
            column("run", row -> CsvCell.text(row.run().name())),
            column("eta", row -> CsvCell.number(row.run().eta())),
            column("neurons", row -> CsvCell.text(row.run().neurons())),
            column("seed", row -> CsvCell.count(row.run().seed()))),
        CsvTable.axes(extraAxes, row -> row.run().settings()),
        Stream.of(losses(features), DIAGNOSTICS, CurvatureColumns.OF_STEP)
            .flatMap(List::stream)
            .toList());
  }

  private static List<CsvTable.Column<RunStep>> losses(Features features) {
    List<CsvTable.Column<RunStep>> columns = new ArrayList<>();
    columns.add(column("step", row -> CsvCell.count(row.step())));
    if (features.scheduled()) {
      columns.add(column("eta_in_force", row -> CsvCell.number(row.etaInForce())));
    }
    columns.add(column("loss", row -> CsvCell.number(row.loss())));
    columns.add(column("loss_change", StepColumns::lossChange));
    if (features.validated()) {
      columns.add(column("validation_loss", row -> CsvCell.number(row.validationLoss())));
    }
    return columns;
  }

  private static CsvCell traced(RunStep row, Function<StepDiagnostics, CsvCell> cell) {
    return row.diagnostics().map(cell).orElse(CsvCell.EMPTY);
  }

  private static CsvCell curvature(RunStep row, ToDoubleFunction<PathCurvature> value) {
    return row.diagnostics()
        .flatMap(StepDiagnostics::pathCurvature)
        .map(curvature -> CsvCell.number(value.applyAsDouble(curvature)))
        .orElse(CsvCell.EMPTY);
  }

  private static CsvCell lossChange(RunStep row) {
    return row.hasPrevious() ? CsvCell.number(row.lossChange()) : CsvCell.EMPTY;
  }
}
