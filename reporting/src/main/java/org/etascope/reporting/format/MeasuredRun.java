package org.etascope.reporting.format;

import java.util.List;
import java.util.Optional;
import org.etascope.core.diagnosis.SharpnessCurve;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.FlowPrediction;
import org.etascope.reporting.summary.SweepRun;

/**
 * A run with what takes more than its result to tell.
 *
 * @param run the run
 * @param sharpness the curvature at chosen steps, by ascending step; none of a run that failed
 * @param prediction what the gradient flow from its start foretells
 */
record MeasuredRun(SweepRun run, SharpnessCurve sharpness, Optional<FlowPrediction> prediction) {
  /** Replays a run for its curvature, unless none is wanted or it failed. */
  static MeasuredRun of(SweepRun run, SharpnessSteps steps, Optional<FlowPrediction> prediction) {
    return new MeasuredRun(
        run,
        run.result().outcome() instanceof Trained && !(steps instanceof SharpnessSteps.None)
            ? curve(run.result().spec(), steps)
            : new SharpnessCurve(List.of()),
        prediction);
  }

  private static SharpnessCurve curve(RunSpec spec, SharpnessSteps steps) {
    SharpnessCurve.Recorder recorder =
        new SharpnessCurve.Recorder(
            steps, spec.architecture(), spec.data(), spec.training().loss());
    spec.train(recorder);
    return recorder.curve();
  }
}
