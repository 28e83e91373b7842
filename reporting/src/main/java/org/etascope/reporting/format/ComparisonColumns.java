package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.etascope.reporting.diff.ComparedEta;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.diff.LossChanges;
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
      columns.add(
          number(
              "p",
              row -> row.changes().map(VerdictChanges::p).map(ComparisonColumns::p).orElse("")));
    }
    if (comparesLosses(comparison)) {
      columns.add(number("end higher", row -> lossChange(row, LossChanges::higher)));
      columns.add(number("end lower", row -> lossChange(row, LossChanges::lower)));
      columns.add(
          number(
              "p of losses",
              row -> row.losses().map(LossChanges::p).map(ComparisonColumns::p).orElse("")));
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
          "The last columns compare each eta with the next smaller one, run by run with everything else equal, the seed too; p is McNemar's, exact and two-sided, adjusted by Holm over all tests of this table.");
    }
    if (comparesLosses(comparison)) {
      sentences.add(
          "Of the same runs, some end at a higher loss than at the smaller eta and some at a lower one; the p of losses is that of Wilcoxon's signed ranks of log(L + B), two-sided, adjusted alike, where B is what rounding may have done to either loss and a diverged run counts as infinite.");
      long unranked = comparison.etas().stream().mapToLong(ComparisonColumns::unranked).sum();
      if (unranked > 0) {
        sentences.add(
            "It takes in the first runs of the plan, as many as it has room for; %s of runs are not among them."
                .formatted(Phrases.counted(unranked, "pair", "pairs")));
      }
    }
    if (comparison.runsLeftOut() > 0) {
      sentences.add(
          "Of the runs, %s that stand late in the plan have no part in them."
              .formatted(comparison.runsLeftOut()));
    }
    return String.join(" ", sentences);
  }

  private static boolean comparesLosses(EtaComparison comparison) {
    return comparison.etas().stream().anyMatch(row -> row.losses().isPresent());
  }

  private static int unranked(ComparedEta row) {
    return row.changes().map(VerdictChanges::pairs).orElse(0)
        - row.losses().map(LossChanges::pairs).orElse(0);
  }

  private static String lossChange(ComparedEta row, Function<LossChanges, Integer> count) {
    return row.losses().map(count).map(String::valueOf).orElse("");
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

  private static String p(double p) {
    return p == 1 ? "1" : Digits.significant(p, DIGITS_OF_P);
  }
}
