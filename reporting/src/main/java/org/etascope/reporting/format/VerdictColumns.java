package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;
import static org.etascope.reporting.format.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.VerdictKind;
import org.etascope.reporting.text.EtaLabels;

/** The columns about verdicts: of each run, of each cell, and of each eta. */
final class VerdictColumns {
  /** Those of {@code runs.csv}; empty for a run that failed. */
  static final List<CsvTable.Column<MeasuredRun>> OF_RUN =
      List.of(
          column("verdict", row -> trained(row, t -> CsvCell.text(t.verdict().word()))),
          column(
              "end_state",
              row -> trained(row, t -> t.endState().map(CsvCell::word).orElse(CsvCell.EMPTY))),
          column("total_rise", row -> trained(row, t -> CsvCell.number(t.diagnosis().totalRise()))),
          column("steps_to_recover", row -> trained(row, VerdictColumns::stepsToRecover)));

  /** Those of {@code cells.csv}, a count for each kind of verdict, occurring or not. */
  static final List<CsvTable.Column<CellSummary>> OF_CELL =
      Stream.of(VerdictKind.values())
          .map(
              kind ->
                  CsvTable.<CellSummary>column(
                      "verdict_" + JsonParts.word(kind),
                      cell -> CsvCell.count(cell.outcomes().verdicts().of(kind))))
          .toList();

  private VerdictColumns() {}

  /** Returns eta and a count for each kind of verdict that occurs. */
  static List<MarkdownTable.Column<EtaSummary>> ofEta(List<EtaSummary> all, EtaLabels etas) {
    List<MarkdownTable.Column<EtaSummary>> columns = new ArrayList<>();
    columns.add(number("eta", row -> etas.of(row.eta())));
    for (VerdictKind kind : VerdictKind.values()) {
      if (all.stream().anyMatch(eta -> eta.outcomes().verdicts().of(kind) > 0)) {
        columns.add(number(kind.word(), row -> Long.toString(row.outcomes().verdicts().of(kind))));
      }
    }
    return columns;
  }

  private static CsvCell stepsToRecover(Trained trained) {
    OptionalInt steps = trained.diagnosis().stepsToRecover(trained.losses());
    return steps.isPresent() ? CsvCell.count(steps.getAsInt()) : CsvCell.EMPTY;
  }

  private static CsvCell trained(MeasuredRun row, Function<Trained, CsvCell> cell) {
    return row.run().result().outcome() instanceof Trained trained
        ? cell.apply(trained)
        : CsvCell.EMPTY;
  }
}
