package org.etascope.reporting.format;

import static org.etascope.reporting.format.CsvTable.column;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.etascope.core.diagnosis.LocalCurvature;
import org.etascope.core.diagnosis.SharpnessCurve;
import org.etascope.reporting.summary.FlowPrediction;

/** The columns about sharpness, of each run and of each step. What was not computed is empty. */
final class CurvatureColumns {
  /** Those of {@code runs.csv}. */
  static final List<CsvTable.Column<MeasuredRun>> OF_RUN =
      List.of(
          column("sharpness_initial", row -> sharpness(row, 0)),
          column("sharpness_final", row -> sharpness(row, row.sharpness().samples().size() - 1)),
          column("predicted_onset_step", CurvatureColumns::onset),
          column(
              "predicted_critical_eta",
              row ->
                  CsvCell.number(
                      row.prediction()
                          .map(FlowPrediction::criticalEta)
                          .orElse(OptionalDouble.empty()))));

  /** Those of {@code steps.csv}. */
  static final List<CsvTable.Column<RunStep>> OF_STEP =
      List.of(
          column("sharpness", row -> curvature(row, LocalCurvature::sharpness)),
          column("two_over_eta", CurvatureColumns::twoOverEta),
          column("directional_sharpness", row -> curvature(row, LocalCurvature::directional)));

  private CurvatureColumns() {}

  private static CsvCell sharpness(MeasuredRun row, int sample) {
    List<SharpnessCurve.Sample> samples = row.sharpness().samples();
    return samples.isEmpty()
        ? CsvCell.EMPTY
        : CsvCell.number(samples.get(sample).curvature().sharpness());
  }

  private static CsvCell onset(MeasuredRun row) {
    OptionalLong step =
        row.prediction().map(flow -> flow.onsetStep(row.run().eta())).orElse(OptionalLong.empty());
    return step.isPresent() ? CsvCell.count(step.getAsLong()) : CsvCell.EMPTY;
  }

  private static CsvCell curvature(RunStep row, Function<LocalCurvature, OptionalDouble> value) {
    return row.curvature().map(value).map(CsvCell::number).orElse(CsvCell.EMPTY);
  }

  /** What the sharpness is held against, which means something for plain gradient descent alone. */
  private static CsvCell twoOverEta(RunStep row) {
    return row.curvature().isPresent() && row.run().result().spec().training().isGradientDescent()
        ? CsvCell.number(2 / row.etaInForce())
        : CsvCell.EMPTY;
  }
}
