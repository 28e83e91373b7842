package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.etascope.core.diagnosis.PathCurvature;
import org.etascope.core.diagnosis.StepDiagnostics;

/**
 * The columns of {@code steps.csv}, a row for each step of each run. What describes the arrival at
 * a step stands in its row. What takes a replay is empty for runs that are not traced.
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
            column("gradient_norm", row -> traced(row, d -> CsvCell.number(d.gradientNorm()))),
            column("path_curvature", row -> curvature(row, PathCurvature::kappa)),
            column("eta_path_curvature", row -> curvature(row, PathCurvature::etaKappa)),
            column("gradient_cosine", row -> traced(row, d -> CsvCell.number(d.gradientCosine()))),
            column("active_neurons", row -> traced(row, d -> CsvCell.count(d.activeNeurons()))),
            column("increase", row -> traced(row, d -> CsvCell.flag(d.increase()))),
            column(
                "cause",
                row -> traced(row, d -> d.cause().map(CsvCell::word).orElse(CsvCell.EMPTY)))));
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
