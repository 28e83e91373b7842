package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.etascope.reporting.diff.ComparedEta;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.diff.VerdictChanges;
import org.etascope.reporting.summary.FinalLosses;
import org.etascope.reporting.summary.StepsToLevel;
import org.etascope.reporting.text.Digits;
import org.etascope.reporting.text.EtaLabels;

/** The columns that hold the etas of a sweep against each other. */
final class ComparisonColumns {
  private static final int DIGITS_OF_P = 3;

  private ComparisonColumns() {}

  static List<MarkdownTable.Column<ComparedEta>> of(EtaComparison comparison, EtaLabels etas) {
    List<MarkdownTable.Column<ComparedEta>> columns = new ArrayList<>();
    columns.add(number("eta", row -> etas.of(row.summary().eta())));
    columns.add(number("smallest final loss", row -> loss(row, FinalLosses::min)));
    columns.add(number("median", row -> loss(row, FinalLosses::median)));
    columns.add(number("largest", row -> loss(row, FinalLosses::max)));
    if (comparison.level().isPresent()) {
      columns.add(number("reach L", row -> row.steps().map(ComparisonColumns::reached).orElse("")));
      columns.add(
          number("median step to L", row -> row.steps().map(ComparisonColumns::median).orElse("")));
    }
    if (comparison.etas().stream().anyMatch(row -> row.changes().isPresent())) {
      columns.add(number("stop descending", row -> change(row, VerdictChanges::stopped)));
      columns.add(number("begin to descend", row -> change(row, VerdictChanges::began)));
      columns.add(number("of the same runs", row -> change(row, VerdictChanges::pairs)));
      columns.add(number("p", row -> row.changes().map(ComparisonColumns::p).orElse("")));
    }
    return columns;
  }

  /** Returns what the columns mean. */
  static String explanation(EtaComparison comparison, EtaLabels etas) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Final losses are those of all seeds of an eta.");
    comparison
        .level()
        .ifPresent(
            level ->
                sentences.add(
                    "*L* is %s, twice the smallest median final loss, which is that of eta %s; the median step is that of the first loss no higher than L, over all runs that could be executed."
                        .formatted(Digits.of(level.loss()), etas.of(level.eta()))));
    if (comparison.etas().stream().anyMatch(row -> row.changes().isPresent())) {
      sentences.add(
          "The last columns compare each eta with the next smaller one, run by run with everything else equal, the seed too; p is McNemar's, exact and two-sided, adjusted by Holm over all rows.");
    }
    if (comparison.runsLeftOut() > 0) {
      sentences.add(
          "Of the runs, %s that stand late in the plan have no part in them."
              .formatted(comparison.runsLeftOut()));
    }
    return String.join(" ", sentences);
  }

  private static String loss(ComparedEta row, ToDoubleFunction<FinalLosses> value) {
    return row.summary()
        .outcomes()
        .finalLosses()
        .map(losses -> Digits.of(value.applyAsDouble(losses)))
        .orElse("");
  }

  private static String reached(StepsToLevel steps) {
    return steps.reached() + " of " + steps.runs();
  }

  private static String median(StepsToLevel steps) {
    return Double.isFinite(steps.median()) ? Digits.exact(steps.median()) : "not reached";
  }

  private static String change(ComparedEta row, Function<VerdictChanges, Integer> count) {
    return row.changes().map(count).map(String::valueOf).orElse("");
  }

  private static String p(VerdictChanges changes) {
    return changes.p() == 1 ? "1" : Digits.significant(changes.p(), DIGITS_OF_P);
  }
}
