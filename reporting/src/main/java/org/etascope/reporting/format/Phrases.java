package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.text.Digits;

/** Parts of sentences, in the number that their counts ask for. */
final class Phrases {
  private Phrases() {}

  /** Returns the form for a count: singular for exactly one. */
  static String form(long count, String singular, String plural) {
    return count == 1 ? singular : plural;
  }

  /** Returns {@code 1 run} or {@code 20 runs}. */
  static String counted(long count, String singular, String plural) {
    return count + " " + form(count, singular, plural);
  }

  /** Returns {@code 95 %; 95 % interval 76 to 99 %}. */
  static String withInterval(Proportion share) {
    return Digits.percent(share.fraction())
        + " %; 95 % interval "
        + Digits.percents(share.low(), share.high())
        + " %";
  }

  /**
   * Returns {@code from 0.0403 to 0.0743 at step 1 (+84.4 %)}, with digits that tell them apart.
   */
  static String rise(LossIncrease increase) {
    String path =
        "from %s to %s at step %s"
            .formatted(
                Digits.inContrast(increase.before(), increase.after()),
                Digits.inContrast(increase.after(), increase.before()),
                increase.step());
    return Double.isFinite(increase.relative())
        ? path + " (" + Digits.rise(increase.relative()) + ")"
        : path;
  }

  /** Returns what one trained run did: its first increase if there is one, and how it ended. */
  static List<String> story(Optional<LossIncrease> first, Fate fate) {
    List<String> clauses = new ArrayList<>();
    first.ifPresent(increase -> clauses.add("the loss rises " + rise(increase)));
    switch (fate) {
      case DEAD -> clauses.add("its output ends dead");
      case DIVERGED -> clauses.add("it diverges");
      case MONOTONE -> clauses.add("its loss never rises");
      case NON_MONOTONE, FAILED -> {}
    }
    return clauses;
  }

  /** Returns the fates other than monotone that were met: {@code 12 rise}, {@code 1 ends dead}. */
  static List<String> otherFates(FateCounts fates) {
    List<String> phrases = new ArrayList<>();
    add(phrases, fates.of(Fate.NON_MONOTONE), "rises", "rise");
    add(phrases, fates.of(Fate.DEAD), "ends dead", "end dead");
    add(phrases, fates.of(Fate.DIVERGED), "diverges", "diverge");
    add(phrases, fates.of(Fate.FAILED), "could not be executed", "could not be executed");
    return phrases;
  }

  private static void add(List<String> phrases, long count, String singular, String plural) {
    if (count > 0) {
      phrases.add(counted(count, singular, plural));
    }
  }

  /** Returns {@code a}, {@code a and b}, or {@code a, b and c}. */
  static String enumeration(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** Returns a fate as an adjective: {@code non-monotone}. */
  static String adjective(Fate fate) {
    return switch (fate) {
      case FAILED -> "failed";
      case DIVERGED -> "diverged";
      case DEAD -> "dead";
      case NON_MONOTONE -> "non-monotone";
      case MONOTONE -> "monotone";
    };
  }
}
