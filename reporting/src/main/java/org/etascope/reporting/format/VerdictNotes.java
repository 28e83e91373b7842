package org.etascope.reporting.format;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.EndState;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.SweepRun;

/** What the verdicts over runs say in words; not escaped. */
final class VerdictNotes {
  private VerdictNotes() {}

  /** Returns the verdict of each run that has one: the horizon T that it holds for, and why. */
  static List<String> of(List<SweepRun> runs) {
    return runs.stream()
        .flatMap(run -> of(run).map(note -> "Run %s: %s".formatted(run.name(), note)))
        .toList();
  }

  /** Returns the verdict of a run and its end state; nothing for one that failed. */
  static Stream<String> of(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? Stream.of(trained.verdict().sentence(trained.losses().steps()) + end(trained))
        : Stream.empty();
  }

  private static String end(Trained trained) {
    return trained.endState().map(state -> " It ends " + ending(state) + ".").orElse("");
  }

  private static String ending(EndState state) {
    return switch (state) {
      case CONVERGED -> "converged";
      case PLATEAU -> "on a plateau";
      case DESCENDING -> "with a loss that still changes";
    };
  }
}
