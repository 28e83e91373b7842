package org.etascope.reporting.format;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.FinalLosses;
import org.etascope.reporting.summary.FirstIncreases;
import org.etascope.reporting.summary.Outcomes;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.VerdictKind;
import org.etascope.reporting.text.JsonWriter;

/**
 * What several JSON documents say in the same words.
 *
 * @param json where they are written
 */
record JsonParts(JsonWriter json) {
  /** Writes the members that set a run apart. */
  void identity(SweepRun run, List<String> axes) throws IOException {
    json.text("run", run.name());
    json.text("run_id", run.result().spec().id().hex());
    json.number("eta", run.eta());
    json.text("neurons", run.neurons());
    json.count("seed", run.seed());
    json.texts("settings", axes, run.settings());
  }

  /** Writes the members that say what became of a run. */
  void fate(SweepRun run) throws IOException {
    json.text("fate", word(run.fate()));
    json.object(
        "first_increase",
        run.result().outcome() instanceof Trained trained
            ? trained.diagnosis().first()
            : Optional.<LossIncrease>empty(),
        this::increase);
    json.text("failure", Optional.of(RunLabels.failure(run)).filter(cause -> !cause.isEmpty()));
  }

  /** Writes the member that says what a run did as a whole. */
  void verdict(SweepRun run) throws IOException {
    json.object(
        "verdict",
        run.result().outcome() instanceof Trained trained
            ? Optional.of(trained)
            : Optional.<Trained>empty(),
        this::verdict);
  }

  private void verdict(Trained trained) throws IOException {
    json.text("word", trained.verdict().word());
    json.text("sentence", trained.verdict().sentence(trained.losses().steps()));
    json.text("end_state", trained.endState().map(JsonParts::word));
    json.number("total_rise", trained.diagnosis().totalRise());
    json.number("drawdown", trained.diagnosis().drawdown());
  }

  private void increase(LossIncrease increase) throws IOException {
    json.count("step", increase.step());
    json.number("before", increase.before());
    json.number("after", increase.after());
    json.number("relative", increase.relative());
    json.text("cause", word(increase.cause()));
    json.text("evidence", increase.evidence());
  }

  /** Writes the members that say what came of a group of runs. */
  void outcomes(Outcomes outcomes) throws IOException {
    fates(outcomes.fates());
    json.object(
        "verdicts",
        () -> {
          for (VerdictKind kind : VerdictKind.values()) {
            json.count(word(kind), outcomes.verdicts().of(kind));
          }
        });
    json.object("monotone_share", outcomes.fates().monotone(), this::share);
    json.object("final_loss", outcomes.finalLosses(), this::finalLosses);
    json.object("validation_loss", outcomes.validationLosses(), this::finalLosses);
    json.object("increases", outcomes.increases(), this::increases);
  }

  /** Writes a member for each fate, inside an object, and how many runs there are. */
  void fates(FateCounts fates) throws IOException {
    json.count("runs", fates.runs());
    json.object(
        "fates",
        () -> {
          for (Fate fate : Fate.values()) {
            json.count(word(fate), fates.of(fate));
          }
        });
  }

  /** Writes the members of a share. */
  void share(Proportion share) throws IOException {
    json.count("successes", share.successes());
    json.count("trials", share.trials());
    json.number("fraction", share.fraction());
    json.number("low", share.low());
    json.number("high", share.high());
  }

  private void finalLosses(FinalLosses losses) throws IOException {
    json.number("median", losses.median());
    json.number("min", losses.min());
    json.number("max", losses.max());
  }

  private void increases(FirstIncreases increases) throws IOException {
    json.count("runs", increases.runs());
    json.count("runs_by_curvature", increases.byCurvature());
    json.count("runs_by_kink", increases.byKink());
    json.count("first_step_min", increases.earliest().step());
    json.number("first_step_median", increases.medianStep());
    json.number("max_relative", increases.largestRelative());
  }

  /** Returns a constant's name in lower case: {@code non_monotone}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
