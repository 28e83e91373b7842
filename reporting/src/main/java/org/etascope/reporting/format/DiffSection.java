package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import org.etascope.reporting.diff.BitDifference;
import org.etascope.reporting.diff.CellDiff;
import org.etascope.reporting.diff.RunPair;
import org.etascope.reporting.diff.SweepDiff;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.text.Decimal;
import org.etascope.reporting.text.Digits;

/**
 * One thing that two sweeps have different, or have not. Its words may hold untrusted text.
 *
 * @param sentence what it is
 * @param items in which places
 */
record DiffSection(String sentence, List<String> items) {
  /** Copies the list. */
  DiffSection {
    items = List.copyOf(items);
  }

  /** Returns everything there is to say, the answer first. */
  static List<DiffSection> of(SweepDiff diff) {
    List<DiffSection> sections = new ArrayList<>();
    sections.add(new DiffSection(answer(diff), List.of()));
    if (diff.flipped() > 0) {
      sections.add(flipped(diff));
    }
    if (!diff.cells().isEmpty()) {
      sections.add(
          new DiffSection(
              "Shares of monotone runs, with exact two-sided tests, adjusted by Holm over all cells"
                  + " of both:",
              diff.cells().stream().map(DiffSection::cell).toList()));
    }
    sections.add(new DiffSection(bits(diff), List.of()));
    return sections;
  }

  private static String answer(SweepDiff diff) {
    String runs =
        "%s compared, %s only in the first sweep, %s only in the second"
            .formatted(
                Phrases.counted(diff.compared(), "run", "runs"),
                diff.onlyFirst(),
                diff.onlySecond());
    return (diff.isEmpty() ? "No difference: " : "The sweeps differ: ") + runs + ".";
  }

  private static DiffSection flipped(SweepDiff diff) {
    List<String> items =
        new ArrayList<>(diff.firstFlipped().stream().map(DiffSection::run).toList());
    if (items.size() < diff.flipped()) {
      items.add("and %s more".formatted(diff.flipped() - items.size()));
    }
    return new DiffSection(
        Phrases.counted(diff.flipped(), "run met another fate", "runs met other fates") + ":",
        items);
  }

  private static String run(RunPair pair) {
    return "run %s (%s): %s, now %s"
        .formatted(
            pair.first().name(),
            RunLabels.conditions(pair.first()),
            Phrases.adjective(pair.first().fate()),
            Phrases.adjective(pair.second().fate()));
  }

  private static String cell(CellDiff cell) {
    return "eta %s, %s%s: %s, now %s; p = %s (%s)"
        .formatted(
            Digits.exact(cell.eta()),
            cell.neurons().isEmpty() ? "no hidden layer" : cell.neurons() + " neurons",
            cell.settings().isEmpty() ? "" : ", " + String.join(", ", cell.settings()),
            share(cell.first()),
            share(cell.second()),
            Digits.significant(cell.p(), 3),
            cell.paired() ? "same seeds, McNemar" : "different seeds, Fisher");
  }

  private static String share(Proportion share) {
    return share.successes() + " of " + share.trials();
  }

  private static String bits(SweepDiff diff) {
    return diff.sameSpec() == 0
        ? "No run has the same spec in both, so bits are not compared."
        : diff.firstDifference()
            .map(first -> bits(diff, first))
            .orElseGet(
                () ->
                    "All losses and final parameters of %s of the same spec are equal in every bit."
                        .formatted(Phrases.counted(diff.sameSpec(), "run", "runs")));
  }

  private static String bits(SweepDiff diff, BitDifference first) {
    return "%s of %s of the same spec %s in some bit. The first is run %s: %s is %s, now %s, %s apart."
        .formatted(
            diff.bitsDiffer(),
            Phrases.counted(diff.sameSpec(), "run", "runs"),
            Phrases.form(diff.bitsDiffer(), "differs", "differ"),
            first.run(),
            first.place(),
            Decimal.of(first.first()),
            Decimal.of(first.second()),
            Phrases.counted(first.ulps(), "ulp", "ulps"));
  }
}
