package org.etascope.reporting.plot;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.StepRecorder;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;

/** The runs of a sweep that have a trace, as far as pictures look at them step by step. */
final class TracedRuns {
  /** How many steps of a run are looked at. */
  static final int MOST_STEPS = 2000;

  private TracedRuns() {}

  /** Returns whether any of the runs that met these fates has a trace. */
  static boolean any(TraceSelection traces, FateCounts fates) {
    return switch (traces) {
      case ALL -> fates.trained() > 0;
      case FLAGGED -> fates.trained() > fates.of(Fate.MONOTONE);
      case NONE -> false;
    };
  }

  /** Returns the first run with a trace, and some property, in plan order. */
  static Optional<SweepRun> first(Sweep sweep, SweepSummary summary, Predicate<SweepRun> property) {
    if (!any(sweep.traces(), summary.fates())) {
      return Optional.empty();
    }
    try (Stream<SweepRun> runs = sweep.runs().get()) {
      return runs.filter(sweep.traces()::includes).filter(property).findFirst();
    }
  }

  /** Returns the first of them that is among the flagged runs of the summary, else the first. */
  static Optional<SweepRun> preferred(
      Sweep sweep, SweepSummary summary, Predicate<SweepRun> property) {
    return summary.flagged().first().stream()
        .filter(sweep.traces()::includes)
        .filter(property)
        .findFirst()
        .or(() -> first(sweep, summary, property));
  }

  /** Hands on the first {@link #MOST_STEPS} steps. */
  static StepRecorder beginning(StepRecorder recorder) {
    return step -> {
      if (step.index() < MOST_STEPS) {
        recorder.record(step);
      }
    };
  }

  /** Returns what can be said about the first {@link #MOST_STEPS} steps of a run. */
  static TraceDiagnosis diagnosis(RunSpec spec) {
    TraceDiagnosis.Recorder recorder =
        new TraceDiagnosis.Recorder(spec.architecture(), spec.data(), spec.training());
    spec.train(beginning(recorder));
    return recorder.diagnosis();
  }
}
