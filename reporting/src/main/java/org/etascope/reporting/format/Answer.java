package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.FirstIncreases;
import org.etascope.reporting.summary.Outcomes;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Which learning rates descend, as the sentences of one paragraph. */
public final class Answer {
  private static final int MOST_ONE_BY_ONE = 4;
  private static final int MOST_LISTED = 5;

  private final List<EtaSummary> etas;
  private final FateCounts fates;
  private final EtaLabels labels;

  private Answer(SweepSummary summary) {
    etas = summary.etas();
    fates = summary.fates();
    labels = EtaLabels.of(etas);
  }

  /**
   * Returns the answer: eta by eta where they are few, else where descent ends.
   *
   * @param summary of one run at least
   */
  public static String of(SweepSummary summary) {
    Answer answer = new Answer(summary);
    return String.join(
        " ", answer.etas.size() <= MOST_ONE_BY_ONE ? answer.oneByOne() : answer.overTheGrid());
  }

  private List<String> oneByOne() {
    List<String> sentences = new ArrayList<>();
    for (EtaSummary eta : etas) {
      String what = sentences.isEmpty() ? " runs %s at every step" : "";
      sentences.add("eta " + label(eta) + ": " + share(eta.outcomes(), what) + ".");
    }
    return sentences;
  }

  private List<String> overTheGrid() {
    int end = 0;
    while (end < etas.size() && allDescend(etas.get(end))) {
      end++;
    }
    List<EtaSummary> descending = etas.subList(0, end);
    List<EtaSummary> beyond = etas.subList(end, etas.size());
    List<String> sentences = new ArrayList<>();
    if (!descending.isEmpty()) {
      sentences.add(
          "Every run descends at every step at %s."
              .formatted(beyond.isEmpty() ? everyEta() : smallest(descending)));
    }
    if (!beyond.isEmpty()) {
      String onset =
          descending.isEmpty()
              ? "Not every run descends at every step even at the smallest of %s etas, %s: %s."
                  .formatted(etas.size(), label(beyond.get(0)), onset(beyond.get(0)))
              : "The smallest eta at which one does not is %s: %s."
                  .formatted(label(beyond.get(0)), onset(beyond.get(0)));
      sentences.add(onset);
      sentences.addAll(returns(beyond));
      sentences.addAll(ends(beyond));
    }
    if (fates.of(Fate.MONOTONE) < fates.runs()) {
      sentences.add(inAll());
    }
    return sentences;
  }

  private static String onset(EtaSummary eta) {
    return share(eta.outcomes(), " runs %s");
  }

  private static boolean allDescend(EtaSummary eta) {
    FateCounts counts = eta.outcomes().fates();
    return counts.trained() > 0 && counts.of(Fate.MONOTONE) == counts.trained();
  }

  private static boolean noneDescends(EtaSummary eta) {
    return eta.outcomes().fates().of(Fate.MONOTONE) == 0;
  }

  private String everyEta() {
    return "each of the %s etas, from %s to %s"
        .formatted(etas.size(), label(etas.get(0)), label(etas.get(etas.size() - 1)));
  }

  private String smallest(List<EtaSummary> descending) {
    return descending.size() == 1
        ? "the smallest of %s etas, %s".formatted(etas.size(), label(descending.get(0)))
        : "the %s smallest of %s etas, from %s to %s"
            .formatted(
                descending.size(),
                etas.size(),
                label(descending.get(0)),
                label(descending.get(descending.size() - 1)));
  }

  private List<String> returns(List<EtaSummary> beyond) {
    List<String> again = beyond.stream().filter(Answer::allDescend).map(this::label).toList();
    if (again.isEmpty()) {
      return List.of();
    }
    String where =
        again.size() <= MOST_LISTED
            ? "eta " + Phrases.enumeration(again)
            : again.size() + " of the larger etas";
    return List.of("Every run descends again at " + where + ".");
  }

  private List<String> ends(List<EtaSummary> beyond) {
    int start = beyond.size();
    while (start > 0 && noneDescends(beyond.get(start - 1))) {
      start--;
    }
    return start == beyond.size()
        ? List.of()
        : List.of("No run descends at eta %s or above.".formatted(label(beyond.get(start))));
  }

  private String inAll() {
    return "In all, %s; %s."
        .formatted(
            descending(fates.of(Fate.MONOTONE), fates.trained(), " runs %s at every step"),
            Phrases.enumeration(Phrases.otherFates(fates)));
  }

  /**
   * Returns how many runs descend and what the others do; {@code what} has a place for the verb.
   */
  private static String share(Outcomes outcomes, String what) {
    Optional<Proportion> share = outcomes.fates().monotone();
    return share.map(present -> share(outcomes, present, what)).orElse("no run could be executed");
  }

  private static String share(Outcomes outcomes, Proportion share, String what) {
    List<String> clauses = new ArrayList<>();
    String descending = descending(share.successes(), share.trials(), what);
    FateCounts counts = outcomes.fates();
    Optional<LossIncrease> rise = outcomes.increases().map(FirstIncreases::earliest);
    if (share.trials() == 1) {
      clauses.add(descending);
      if (share.successes() == 0) {
        clauses.addAll(Phrases.story(rise, fateOfOnly(counts)));
      }
      if (counts.of(Fate.FAILED) > 0) {
        clauses.add(counts.of(Fate.FAILED) + " more could not be executed");
      }
    } else {
      clauses.add(descending + " (" + Phrases.withInterval(share) + ")");
      if (counts.of(Fate.MONOTONE) < counts.runs()) {
        clauses.add(Phrases.enumeration(Phrases.otherFates(counts)));
      }
      rise.ifPresent(earliest -> clauses.add("the earliest rise is " + Phrases.rise(earliest)));
    }
    return String.join("; ", clauses);
  }

  private static Fate fateOfOnly(FateCounts counts) {
    return Stream.of(Fate.DIVERGED, Fate.DEAD, Fate.NON_MONOTONE)
        .filter(fate -> counts.of(fate) == 1)
        .findFirst()
        .orElse(Fate.MONOTONE);
  }

  private static String descending(long some, long all, String what) {
    return some + " of " + all + what.formatted(Phrases.form(some, "descends", "descend"));
  }

  private String label(EtaSummary eta) {
    return labels.of(eta.eta());
  }
}
