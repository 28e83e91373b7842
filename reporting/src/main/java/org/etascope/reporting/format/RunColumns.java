package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.etascope.reporting.summary.Features;
import org.etascope.reporting.summary.SweepRun;

/** The columns of {@code runs.csv}, a row for each run. What a failed run lacks is empty. */
final class RunColumns {
  private RunColumns() {}

  static CsvTable<SweepRun> table(List<String> extraAxes, Features features) {
    return CsvTable.of(
        List.of(
            column("run", run -> CsvCell.text(run.name())),
            column("run_id", run -> CsvCell.text(run.result().spec().id().hex())),
            column("eta", run -> CsvCell.number(run.eta())),
            column("neurons", run -> CsvCell.text(run.neurons())),
            column("seed", run -> CsvCell.count(run.seed()))),
        CsvTable.axes(extraAxes, SweepRun::settings),
        findings(features));
  }

  private static List<CsvTable.Column<SweepRun>> findings(Features features) {
    List<CsvTable.Column<SweepRun>> findings =
        new ArrayList<>(
            List.of(
                column("fate", run -> CsvCell.fate(run.fate())),
                column("monotone", run -> diagnosis(run, d -> CsvCell.flag(d.increases() == 0))),
                column("initial_loss", run -> loss(run, LossCurve::first)),
                column("final_loss", run -> loss(run, LossCurve::last)),
                column("min_loss", run -> loss(run, LossCurve::min)),
                column("increases", run -> diagnosis(run, d -> CsvCell.count(d.increases()))),
                column("first_increase_step", run -> diagnosis(run, RunColumns::firstIncreaseStep)),
                column("max_relative_increase", run -> diagnosis(run, RunColumns::largestIncrease)),
                column("failure", RunColumns::failure)));
    if (features.validated()) {
      findings.add(column("final_validation_loss", RunColumns::finalValidationLoss));
    }
    return findings;
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

  private static CsvCell firstIncreaseStep(Diagnosis diagnosis) {
    return diagnosis.first().map(first -> CsvCell.count(first.step())).orElse(CsvCell.EMPTY);
  }

  private static CsvCell largestIncrease(Diagnosis diagnosis) {
    return diagnosis.maxRelativeIncrease().isPresent()
        ? CsvCell.number(diagnosis.maxRelativeIncrease().getAsDouble())
        : CsvCell.EMPTY;
  }

  private static CsvCell failure(SweepRun run) {
    return run.result().outcome() instanceof Failed failed
        ? CsvCell.text(failed.cause())
        : CsvCell.EMPTY;
  }
}
