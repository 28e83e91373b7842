package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunIds;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.etascope.reporting.format.CsvTable.Column;
import org.etascope.reporting.summary.Features;

/** The columns of {@code runs.csv}, a row for each run. What a failed run lacks is empty. */
final class RunColumns {
  private RunColumns() {}

  /**
   * Returns the table, for one thread: it remembers cells that are often the same in the next row.
   *
   * @param extraAxes names of the swept axes other than eta, neurons and seed
   * @param features what some runs have and others lack
   */
  static CsvTable<MeasuredRun> table(List<String> extraAxes, Features features) {
    return CsvTable.of(
        identity(),
        CsvTable.axes(extraAxes, row -> row.run().settings()),
        Stream.of(
                judgement(),
                VerdictColumns.OF_RUN,
                CurvatureColumns.OF_RUN,
                notes(),
                features.validated() ? List.of(validation()) : List.<Column<MeasuredRun>>of())
            .flatMap(List::stream)
            .toList());
  }

  private static List<Column<MeasuredRun>> identity() {
    RunIds ids = new RunIds();
    Function<Double, CsvCell> eta = new Repeated<>(CsvCell::number);
    Function<Architecture, CsvCell> neurons =
        new Repeated<>(network -> CsvCell.text(network.hiddenLabel()));
    return List.of(
        column("run", row -> CsvCell.text(row.run().name())),
        column("run_id", row -> CsvCell.id(ids.of(row.run().result().spec()))),
        column("eta", row -> eta.apply(row.run().eta())),
        column("neurons", row -> neurons.apply(row.run().result().spec().architecture())),
        column("seed", row -> CsvCell.count(row.run().seed())));
  }

  private static List<Column<MeasuredRun>> judgement() {
    Function<Fate, CsvCell> fate = new Repeated<>(CsvCell::word);
    Function<Double, CsvCell> finalOrMinLoss = new Repeated<>(CsvCell::number);
    Function<Double, CsvCell> drawdown = new Repeated<>(CsvCell::number);
    return List.of(
        column("fate", row -> fate.apply(row.run().fate())),
        diagnosis("monotone", d -> CsvCell.flag(d.increases() == 0)),
        losses("initial_loss", losses -> CsvCell.number(losses.first())),
        losses("final_loss", losses -> finalOrMinLoss.apply(losses.last())),
        losses("min_loss", losses -> finalOrMinLoss.apply(losses.min())),
        diagnosis("naive_increases", d -> CsvCell.count(d.naiveIncreases())),
        diagnosis("increases", d -> CsvCell.count(d.increases())),
        first("first_increase_step", i -> CsvCell.count(i.step())),
        first("first_increase_cause", i -> CsvCell.word(i.cause())),
        diagnosis("curvature_increases", d -> CsvCell.count(d.curvatureIncreases())),
        diagnosis("kink_increases", d -> CsvCell.count(d.kinkIncreases())),
        diagnosis("max_relative_increase", d -> CsvCell.number(d.maxRelativeIncrease())),
        diagnosis("drawdown", d -> drawdown.apply(d.drawdown())));
  }

  private static List<Column<MeasuredRun>> notes() {
    return List.of(
        diagnosis("dead_neurons", d -> CsvCell.count(d.deadNeurons())),
        first("evidence", i -> i.evidence().map(CsvCell::text).orElse(CsvCell.EMPTY)),
        column("failure", RunColumns::failure));
  }

  private static Column<MeasuredRun> validation() {
    return trained(
        "final_validation_loss",
        outcome -> outcome.validation().map(v -> CsvCell.number(v.last())).orElse(CsvCell.EMPTY));
  }

  private static Column<MeasuredRun> losses(String name, Function<LossCurve, CsvCell> cell) {
    return trained(name, outcome -> cell.apply(outcome.losses()));
  }

  private static Column<MeasuredRun> first(String name, Function<LossIncrease, CsvCell> cell) {
    return diagnosis(name, d -> d.first().map(cell).orElse(CsvCell.EMPTY));
  }

  private static Column<MeasuredRun> diagnosis(String name, Function<Diagnosis, CsvCell> cell) {
    return trained(name, outcome -> cell.apply(outcome.diagnosis()));
  }

  private static Column<MeasuredRun> trained(String name, Function<Trained, CsvCell> cell) {
    return column(
        name,
        row ->
            row.run().result().outcome() instanceof Trained trained
                ? cell.apply(trained)
                : CsvCell.EMPTY);
  }

  private static CsvCell failure(MeasuredRun row) {
    return row.run().result().outcome() instanceof Failed failed
        ? CsvCell.text(failed.cause())
        : CsvCell.EMPTY;
  }
}
