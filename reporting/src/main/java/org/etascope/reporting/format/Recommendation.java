package org.etascope.reporting.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/**
 * Which learning rate to take: the largest at which every run that could be executed descends.
 *
 * @param eta that learning rate, if there is one
 * @param reason why that one or none, in Markdown
 */
record Recommendation(Optional<Double> eta, String reason) {
  private static final String SWEPT_STEPS = "training.steps";

  /**
   * Recommends an eta of a sweep.
   *
   * @param summary of one run at least
   */
  static Recommendation of(Sweep sweep, SweepSummary summary) {
    EtaLabels labels = EtaLabels.of(summary.etas());
    String horizon =
        summary
            .first()
            .filter(spec -> !sweep.extraAxes().contains(SWEPT_STEPS))
            .map(spec -> Phrases.counted(spec.training().steps(), "step", "steps"))
            .orElse("all its steps");
    return summary.etas().stream()
        .filter(eta -> allDescend(eta.outcomes().fates()))
        .reduce((smaller, larger) -> larger)
        .map(eta -> take(eta, summary.etas(), labels, horizon))
        .orElseGet(() -> new Recommendation(Optional.empty(), none(summary, labels, horizon)));
  }

  private static boolean allDescend(FateCounts fates) {
    return fates.trained() > 0 && fates.of(Fate.MONOTONE) == fates.trained();
  }

  private static Recommendation take(
      EtaSummary eta, List<EtaSummary> etas, EtaLabels labels, String horizon) {
    FateCounts fates = eta.outcomes().fates();
    long failed = fates.of(Fate.FAILED);
    List<String> exceptions =
        etas.stream()
            .filter(other -> other.eta() < eta.eta() && !allDescend(other.outcomes().fates()))
            .map(other -> labels.of(other.eta()))
            .toList();
    String reason =
        "Recommended eta: **%s**, the largest of %s at which every run that could be executed descends: %s over %s%s.%s%s Beyond these steps, seeds and data it promises nothing."
            .formatted(
                labels.of(eta.eta()),
                etas.size(),
                fates.monotone().map(Recommendation::share).orElse(""),
                horizon,
                failed == 0 ? "" : ", while %s could not be executed".formatted(failed),
                exceptions.isEmpty()
                    ? ""
                    : " Not every run does at %s of the smaller etas, the largest of them %s."
                        .formatted(exceptions.size(), exceptions.get(exceptions.size() - 1)),
                etas.get(etas.size() - 1).equals(eta) && etas.size() > 1
                    ? " No larger eta was tried."
                    : "");
    return new Recommendation(Optional.of(eta.eta()), reason);
  }

  private static String none(SweepSummary summary, EtaLabels labels, String horizon) {
    String best =
        summary.etas().stream()
            .filter(eta -> eta.outcomes().fates().trained() > 0)
            .max(
                Comparator.comparingDouble(Recommendation::fraction)
                    .thenComparing(Comparator.comparingDouble(EtaSummary::eta).reversed()))
            .filter(eta -> fraction(eta) > 0)
            .map(
                eta ->
                    " The largest share has eta %s: %s."
                        .formatted(
                            labels.of(eta.eta()),
                            eta.outcomes()
                                .fates()
                                .monotone()
                                .map(Recommendation::share)
                                .orElse("")))
            .orElse("");
    return "No eta is recommended: at none of %s does every run descend over %s.%s"
        .formatted(summary.etas().size(), horizon, best);
  }

  private static double fraction(EtaSummary eta) {
    return eta.outcomes().fates().monotone().map(Proportion::fraction).orElse(0.0);
  }

  private static String share(Proportion share) {
    return "%s of %s (%s)"
        .formatted(share.successes(), share.trials(), Phrases.withInterval(share));
  }
}
