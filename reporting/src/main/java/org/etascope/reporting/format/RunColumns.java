package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.etascope.reporting.summary.Features;
import org.etascope.reporting.summary.SweepRun;

/** The columns of {@code runs.csv}, a row for each run. What a failed run lacks is empty. */
final class RunColumns {
  private static final List<CsvTable.Column<SweepRun>> IDENTITY =
      List.of(
          column("run", run -> CsvCell.text(run.name())),
          column("run_id", run -> CsvCell.text(run.result().spec().id().hex())),
          column("eta", run -> CsvCell.number(run.eta())),
          column("neurons", run -> CsvCell.text(run.neurons())),
          column("seed", run -> CsvCell.count(run.seed())));

  private static final List<CsvTable.Column<SweepRun>> JUDGEMENT =
      List.of(
          column("fate", run -> CsvCell.word(run.fate())),
          column("monotone", run -> diagnosis(run, d -> CsvCell.flag(d.increases() == 0))),
          column("initial_loss", run -> loss(run, LossCurve::first)),
          column("final_loss", run -> loss(run, LossCurve::last)),
          column("min_loss", run -> loss(run, LossCurve::min)),
          column("naive_increases", run -> diagnosis(run, d -> CsvCell.count(d.naiveIncreases()))),
          column("increases", run -> diagnosis(run, d -> CsvCell.count(d.increases()))),
          column("first_increase_step", run -> first(run, i -> CsvCell.count(i.step()))),
          column("first_increase_cause", run -> first(run, i -> CsvCell.word(i.cause()))),
          column(
              "curvature_increases",
              run -> diagnosis(run, d -> CsvCell.count(d.curvatureIncreases()))),
          column("kink_increases", run -> diagnosis(run, d -> CsvCell.count(d.kinkIncreases()))),
          column(
              "max_relative_increase",
              run -> diagnosis(run, d -> CsvCell.number(d.maxRelativeIncrease()))),
          column("drawdown", run -> diagnosis(run, d -> CsvCell.number(d.drawdown()))));

  private static final List<CsvTable.Column<SweepRun>> NOTES =
      List.of(
          column("dead_neurons", run -> diagnosis(run, d -> CsvCell.count(d.deadNeurons()))),
          column(
              "evidence",
              run -> first(run, i -> i.evidence().map(CsvCell::text).orElse(CsvCell.EMPTY))),
          column("failure", RunColumns::failure));

  private static final CsvTable.Column<SweepRun> VALIDATION =
      column("final_validation_loss", RunColumns::finalValidationLoss);

  private RunColumns() {}

  /**
   * Returns the table.
   *
   * @param extraAxes names of the swept axes other than eta, neurons and seed
   * @param features what some runs have and others lack
   */
  static CsvTable<MeasuredRun> table(List<String> extraAxes, Features features) {
    return CsvTable.of(
        ofRun(IDENTITY),
        ofRun(CsvTable.axes(extraAxes, SweepRun::settings)),
        Stream.of(
                ofRun(JUDGEMENT),
                ofRun(VerdictColumns.OF_RUN),
                CurvatureColumns.OF_RUN,
                ofRun(NOTES),
                ofRun(features.validated() ? List.of(VALIDATION) : List.of()))
            .flatMap(List::stream)
            .toList());
  }

  private static List<CsvTable.Column<MeasuredRun>> ofRun(List<CsvTable.Column<SweepRun>> columns) {
    return columns.stream()
        .<CsvTable.Column<MeasuredRun>>map(column -> column.of(MeasuredRun::run))
        .toList();
  }

  private static CsvCell finalValidationLoss(SweepRun run) {
    return trained(
        run,
        outcome -> outcome.validation().map(v -> CsvCell.number(v.last())).orElse(CsvCell.EMPTY));
  }

  private static CsvCell loss(SweepRun run, ToDoubleFunction<LossCurve> value) {
    return trained(run, outcome -> CsvCell.number(value.applyAsDouble(outcome.losses())));
  }

  private static CsvCell diagnosis(SweepRun run, Function<Diagnosis, CsvCell> cell) {
    return trained(run, outcome -> cell.apply(outcome.diagnosis()));
  }

  private static CsvCell trained(SweepRun run, Function<Trained, CsvCell> cell) {
    return run.result().outcome() instanceof Trained trained ? cell.apply(trained) : CsvCell.EMPTY;
  }

  private static CsvCell first(SweepRun run, Function<LossIncrease, CsvCell> cell) {
    return diagnosis(run, d -> d.first().map(cell).orElse(CsvCell.EMPTY));
  }

  private static CsvCell failure(SweepRun run) {
    return run.result().outcome() instanceof Failed failed
        ? CsvCell.text(failed.cause())
        : CsvCell.EMPTY;
  }
}
