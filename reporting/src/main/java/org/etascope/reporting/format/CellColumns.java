package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.FinalLosses;
import org.etascope.reporting.summary.FirstIncreases;
import org.etascope.reporting.summary.Proportion;

/** The columns of {@code cells.csv}, a row for each cell. */
final class CellColumns {
  private static final List<CsvTable.Column<CellSummary>> OUTCOMES =
      List.of(
          column("runs", cell -> CsvCell.count(cell.outcomes().fates().runs())),
          column("monotone", cell -> count(cell, Fate.MONOTONE)),
          column("non_monotone", cell -> count(cell, Fate.NON_MONOTONE)),
          column("dead", cell -> count(cell, Fate.DEAD)),
          column("diverged", cell -> count(cell, Fate.DIVERGED)),
          column("failed", cell -> count(cell, Fate.FAILED)),
          column("monotone_fraction", cell -> monotone(cell, Proportion::fraction)),
          column("monotone_low", cell -> monotone(cell, Proportion::low)),
          column("monotone_high", cell -> monotone(cell, Proportion::high)),
          column("final_loss_median", cell -> finalLoss(cell, FinalLosses::median)),
          column("final_loss_min", cell -> finalLoss(cell, FinalLosses::min)),
          column("final_loss_max", cell -> finalLoss(cell, FinalLosses::max)),
          column("runs_with_increase", cell -> risen(cell, FirstIncreases::runs)),
          column("runs_with_curvature_increase", cell -> risen(cell, FirstIncreases::byCurvature)),
          column("runs_with_kink_increase", cell -> risen(cell, FirstIncreases::byKink)),
          column("first_increase_step_min", CellColumns::earliestStep),
          column("first_increase_step_median", cell -> increase(cell, i -> i.medianStep())),
          column("max_relative_increase", cell -> increase(cell, i -> i.largestRelative())));

  private CellColumns() {}

  static CsvTable<CellSummary> table(List<String> extraAxes) {
    return CsvTable.of(
        List.of(
            column("eta", cell -> CsvCell.number(cell.eta())),
            column("neurons", cell -> CsvCell.text(cell.neurons()))),
        CsvTable.axes(extraAxes, CellSummary::settings),
        Stream.concat(OUTCOMES.stream(), VerdictColumns.OF_CELL.stream()).toList());
  }

  private static CsvCell count(CellSummary cell, Fate fate) {
    return CsvCell.count(cell.outcomes().fates().of(fate));
  }

  private static CsvCell monotone(CellSummary cell, ToDoubleFunction<Proportion> value) {
    return number(cell.outcomes().fates().monotone(), value);
  }

  private static CsvCell finalLoss(CellSummary cell, ToDoubleFunction<FinalLosses> value) {
    return number(cell.outcomes().finalLosses(), value);
  }

  private static CsvCell increase(CellSummary cell, ToDoubleFunction<FirstIncreases> value) {
    return number(cell.outcomes().increases(), value);
  }

  private static CsvCell risen(CellSummary cell, Function<FirstIncreases, Long> runs) {
    return CsvCell.count(cell.outcomes().increases().map(runs).orElse(0L));
  }

  private static CsvCell earliestStep(CellSummary cell) {
    return cell.outcomes()
        .increases()
        .map(increases -> CsvCell.count(increases.earliest().step()))
        .orElse(CsvCell.EMPTY);
  }

  private static <T> CsvCell number(Optional<T> source, ToDoubleFunction<T> value) {
    return source
        .map(present -> CsvCell.number(value.applyAsDouble(present)))
        .orElse(CsvCell.EMPTY);
  }
}
