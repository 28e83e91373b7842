package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Features;
import org.etascope.reporting.summary.FirstIncreases;
import org.etascope.reporting.summary.Outcomes;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.text.Digits;

/** The columns that say what came of a group of runs. */
final class OutcomeColumns {
  private static final String NOTHING = "";

  private OutcomeColumns() {}

  static <T> List<MarkdownTable.Column<T>> of(Function<T, Outcomes> group, Features features) {
    Function<T, FateCounts> fates = group.andThen(Outcomes::fates);
    Function<T, Optional<FirstIncreases>> increases = group.andThen(Outcomes::increases);
    List<MarkdownTable.Column<T>> columns =
        new ArrayList<>(
            List.of(
                number("runs", fates.andThen(counts -> Long.toString(counts.runs()))),
                number("monotone", fates.andThen(counts -> count(counts, Fate.MONOTONE))),
                number("non-monotone", fates.andThen(counts -> count(counts, Fate.NON_MONOTONE))),
                number("dead", fates.andThen(counts -> count(counts, Fate.DEAD))),
                number("diverged", fates.andThen(counts -> count(counts, Fate.DIVERGED))),
                number("failed", fates.andThen(counts -> count(counts, Fate.FAILED))),
                number(
                    "monotone, %", fates.andThen(counts -> percent(counts, Proportion::fraction))),
                number("95 % interval", fates.andThen(OutcomeColumns::interval)),
                number("earliest increase", increases.andThen(OutcomeColumns::earliestStep)),
                number("median first increase", increases.andThen(OutcomeColumns::medianStep)),
                number("largest increase", increases.andThen(OutcomeColumns::largest)),
                number("median final loss", group.andThen(OutcomeColumns::medianFinalLoss))));
    if (features.validated()) {
      columns.add(
          number("median validation loss", group.andThen(OutcomeColumns::medianValidationLoss)));
    }
    return columns;
  }

  private static String medianValidationLoss(Outcomes outcomes) {
    return outcomes.validationLosses().map(losses -> Digits.of(losses.median())).orElse(NOTHING);
  }

  private static String count(FateCounts counts, Fate fate) {
    return Long.toString(counts.of(fate));
  }

  private static String percent(FateCounts counts, Function<Proportion, Double> value) {
    return counts.monotone().map(value).map(Digits::percent).orElse(NOTHING);
  }

  private static String interval(FateCounts counts) {
    return counts
        .monotone()
        .map(share -> Digits.percents(share.low(), share.high()))
        .orElse(NOTHING);
  }

  private static String earliestStep(Optional<FirstIncreases> increases) {
    return increases.map(i -> "step " + i.earliest().step()).orElse(NOTHING);
  }

  private static String medianStep(Optional<FirstIncreases> increases) {
    return increases.map(i -> "step " + Digits.exact(i.medianStep())).orElse(NOTHING);
  }

  private static String largest(Optional<FirstIncreases> increases) {
    return increases.map(i -> Digits.rise(i.largestRelative())).orElse(NOTHING);
  }

  private static String medianFinalLoss(Outcomes outcomes) {
    return outcomes.finalLosses().map(losses -> Digits.of(losses.median())).orElse(NOTHING);
  }
}
