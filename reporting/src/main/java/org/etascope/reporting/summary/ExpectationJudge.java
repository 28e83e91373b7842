package org.etascope.reporting.summary;

import java.util.List;
import java.util.Optional;
import org.etascope.core.run.Fate;

/** Counts the runs that one expectation is about, in plan order, and judges it at the end. */
final class ExpectationJudge {
  private final Expectation expectation;
  private final List<String> extraAxes;
  private final long planned;
  private long matched;
  private long counted;
  private long failed;
  private Optional<SweepRun> counterexample = Optional.empty();

  /**
   * Makes a judge.
   *
   * @param extraAxes names of the swept axes other than eta, neurons and seed
   * @param planned how many runs of the plan the expectation is about
   */
  ExpectationJudge(Expectation expectation, List<String> extraAxes, long planned) {
    this.expectation = expectation;
    this.extraAxes = List.copyOf(extraAxes);
    this.planned = planned;
  }

  void add(SweepRun run) {
    if (!expectation.where().matches(run, extraAxes)) {
      return;
    }
    boolean hasFate = run.fate() == expectation.fate();
    matched++;
    counted += hasFate ? 1 : 0;
    failed += run.fate() == Fate.FAILED ? 1 : 0;
    if (counterexample.isEmpty() && expectation.quantifier().isCounterexample(hasFate)) {
      counterexample = Optional.of(run);
    }
  }

  ExpectationResult result() {
    boolean conclusive = planned > 0 && matched >= planned && failed == 0;
    boolean holds = conclusive && expectation.quantifier().holds(counted, matched);
    return new ExpectationResult(
        expectation, holds, matched, counted, reason(), holds ? Optional.empty() : counterexample);
  }

  private String reason() {
    if (planned == 0) {
      return "No run of this sweep matches.";
    }
    if (matched < planned) {
      return share(planned - matched, planned, "is", "are") + " not done, so nothing is decided.";
    }
    if (failed > 0) {
      return share(failed, planned, "", "") + "could not be executed, so nothing is decided.";
    }
    return switch (expectation.fate()) {
      case MONOTONE -> share(counted, matched, "is", "are") + " monotone.";
      case NON_MONOTONE -> share(counted, matched, "is", "are") + " non-monotone.";
      case DEAD -> share(counted, matched, "is", "are") + " dead.";
      case DIVERGED -> share(counted, matched, "has", "have") + " diverged.";
      case FAILED -> share(counted, matched, "has", "have") + " failed.";
    };
  }

  private static String share(long some, long all, String singular, String plural) {
    return "%s of %s runs %s".formatted(some, all, some == 1 ? singular : plural);
  }
}
