package org.etascope.experiments.cli;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.experiments.engine.Replay;
import org.etascope.experiments.plan.EvidenceSelection;
import org.etascope.experiments.plan.SweepPlan;
import org.etascope.experiments.store.ResultStore;
import org.etascope.experiments.store.StoredRun;
import org.etascope.reporting.summary.FlaggedRuns;

/**
 * The evidence that the config asks for, whatever is stored: what is missing is replayed, and what
 * is not asked for is left out, so that a report does not depend on how its sweep was run.
 */
final class ReportedEvidence {
  private final EvidenceSelection selection;
  private final Map<String, RunResult> flagged;

  private ReportedEvidence(EvidenceSelection selection, Map<String, RunResult> flagged) {
    this.selection = selection;
    this.flagged = flagged;
  }

  /** Replays the flagged runs that a report shows, if theirs is the evidence asked for. */
  static ReportedEvidence of(SweepPlan plan, ResultStore store) {
    EvidenceSelection selection = plan.evidence();
    return new ReportedEvidence(
        selection,
        selection == EvidenceSelection.FLAGGED
            ? store.flagged(FlaggedRuns.SHOWN, plan::run).parallelStream()
                .collect(Collectors.toMap(StoredRun::name, run -> explained(run.result())))
            : Map.of());
  }

  /** Returns a result as the report tells it. */
  RunResult of(StoredRun run) {
    RunResult result = run.result();
    if (firstIncrease(result).isEmpty()) {
      return result;
    }
    return switch (selection) {
      case ALL -> explained(result);
      case FLAGGED ->
          Optional.ofNullable(flagged.get(run.name())).orElseGet(result::withoutEvidence);
      case NONE -> result.withoutEvidence();
    };
  }

  private static RunResult explained(RunResult result) {
    return firstIncrease(result).filter(first -> first.evidence().isEmpty()).isPresent()
        ? Replay.explained(result.spec())
        : result;
  }

  private static Optional<LossIncrease> firstIncrease(RunResult result) {
    return result.outcome() instanceof Trained trained
        ? trained.diagnosis().first()
        : Optional.empty();
  }
}
