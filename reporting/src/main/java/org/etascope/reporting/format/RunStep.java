package org.etascope.reporting.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.LocalCurvature;
import org.etascope.core.diagnosis.SharpnessCurve.Sample;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.SweepRun;

/**
 * One recorded step of a run.
 *
 * @param run the run
 * @param outcome what came of it
 * @param step the step, from 0
 * @param diagnostics what else can be said about the step, if the run is traced
 * @param curvature the curvature at the step, if it was computed there
 */
record RunStep(
    SweepRun run,
    Trained outcome,
    int step,
    Optional<StepDiagnostics> diagnostics,
    Optional<LocalCurvature> curvature) {
  /**
   * Returns the steps of a run; a failed one has none.
   *
   * @param measured the run
   * @param traced whether to replay the run for its diagnostics
   */
  static Stream<RunStep> of(MeasuredRun measured, boolean traced) {
    SweepRun run = measured.run();
    if (!(run.result().outcome() instanceof Trained trained)) {
      return Stream.empty();
    }
    List<StepDiagnostics> diagnostics =
        traced ? run.result().spec().traceDiagnosis().steps() : List.of();
    Map<Integer, LocalCurvature> curvatures =
        measured.sharpness().samples().stream()
            .collect(Collectors.toMap(Sample::step, Sample::curvature));
    return IntStream.range(0, trained.losses().steps())
        .mapToObj(
            step ->
                new RunStep(
                    run,
                    trained,
                    step,
                    traced ? Optional.of(diagnostics.get(step)) : Optional.empty(),
                    Optional.ofNullable(curvatures.get(step))));
  }

  /** Returns L at this step. */
  double loss() {
    return outcome.losses().at(step);
  }

  /** Returns the validation loss at this step, if there are points for it. */
  OptionalDouble validationLoss() {
    return outcome.validation().stream().mapToDouble(losses -> losses.at(step)).findFirst();
  }

  /** Returns the eta in force at the first update behind this step. */
  double etaInForce() {
    RunSpec spec = run.result().spec();
    return spec.training().etaOfRow(step, spec.data().points());
  }

  /** Returns whether there is a step before this one. */
  boolean hasPrevious() {
    return step > 0;
  }

  /** Returns L at this step less L at the one before, which there must be. */
  double lossChange() {
    return loss() - outcome.losses().at(step - 1);
  }
}
