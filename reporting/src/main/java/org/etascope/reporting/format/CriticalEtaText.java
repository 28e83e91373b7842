package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;
import static org.etascope.reporting.format.MarkdownTable.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.etascope.reporting.summary.CombinationEtas;
import org.etascope.reporting.summary.CriticalEtaQuantile;
import org.etascope.reporting.summary.Failure;
import org.etascope.reporting.text.EtaLabels;

/**
 * What a page says of critical etas.
 *
 * @param combinations in plan order
 * @param etas how learning rates are written
 */
record CriticalEtaText(List<CombinationEtas> combinations, EtaLabels etas) {
  private static final int FEWEST_FOR_A_HEADLINE = 20;
  private static final List<Failure> ORDER =
      List.of(Failure.ANY, Failure.CURVATURE, Failure.KINK, Failure.DEATH);

  /** One way of failing of one combination. */
  record Row(CombinationEtas combination, Failure failure) {
    CriticalEtaQuantile quantile() {
      return combination.quantile(failure);
    }
  }

  /** Returns whether any combination has several seeds and etas, so that there is a quantile. */
  boolean applies() {
    return combinations.stream().anyMatch(CriticalEtaText::says);
  }

  private static boolean says(CombinationEtas combination) {
    return combination.etas() > 1 && combination.quantile(Failure.ANY).seeds() > 1;
  }

  /**
   * Returns up to which eta 95 % of the seeds descend, as plain sentences; nothing where there are
   * too few seeds to leave one in twenty out, or several combinations.
   */
  Optional<String> headline() {
    return combinations.size() == 1 && says(combinations.get(0))
        ? Optional.of(combinations.get(0))
            .filter(only -> only.quantile(Failure.ANY).seeds() >= FEWEST_FOR_A_HEADLINE)
            .map(this::headline)
        : Optional.empty();
  }

  private String headline(CombinationEtas combination) {
    CriticalEtaQuantile any = combination.quantile(Failure.ANY);
    CriticalEtaQuantile curvature = combination.quantile(Failure.CURVATURE);
    String horizon = Phrases.counted(combination.steps(), "step", "steps");
    if (any.low() == 0) {
      return "There is no eta tried at which at least 95 %% of the %s seeds descend over %s: at the smallest, %s, more than 5 %% fail already. %s"
          .formatted(any.seeds(), horizon, etas.of(any.high()), why(combination));
    }
    return "At least 95 %% of the %s seeds descend over %s %s (95 %% interval %s); counting rises by curvature alone, %s (%s)."
        .formatted(
            any.seeds(),
            horizon,
            upTo(any),
            interval(any),
            curvature.low() == 0 ? "at no eta tried" : upTo(curvature),
            interval(curvature));
  }

  private String upTo(CriticalEtaQuantile quantile) {
    return Double.isInfinite(quantile.high())
        ? "at every eta tried, up to " + etas.of(quantile.low())
        : "up to eta %s, but not at %s"
            .formatted(etas.of(quantile.low()), etas.of(quantile.high()));
  }

  /** Returns which causes alone leave no eta at which 95 % descend. */
  private static String why(CombinationEtas combination) {
    List<Failure> alone =
        Stream.of(Failure.CURVATURE, Failure.KINK, Failure.DEATH)
            .filter(failure -> combination.quantile(failure).low() == 0)
            .toList();
    if (alone.isEmpty()) {
      return "No cause does so alone, but all of them together.";
    }
    String causes =
        "%s %s so alone."
            .formatted(
                capitalized(
                    Phrases.enumeration(alone.stream().map(CriticalEtaText::plural).toList())),
                alone.size() == 1 && alone.get(0) == Failure.DEATH ? "does" : "do");
    return alone.contains(Failure.KINK)
        ? causes
            + " A run that slides along the kink of a ReLU chatters across it at every eta, only"
            + " later at a smaller one, so that a smaller eta would not help over long enough"
            + " training."
        : causes;
  }

  private static String plural(Failure failure) {
    return switch (failure) {
      case CURVATURE -> "rises by curvature";
      case KINK -> "rises at kinks";
      case DEATH -> "death";
      case ANY -> "rises and death";
    };
  }

  private static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** Returns what the table means, in Markdown. */
  String explanation() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The critical eta of a seed is the smallest at which its run fails within its steps: its loss rises, or every output dies; over more steps, more runs fail. It lies above the largest eta tried below it, and is not known more closely.");
    sentences.add(
        "The table has the eta that one seed in twenty does not reach, which is the 5 % quantile, for each way of failing alone, with a 95 % interval from the binomial distribution of ranks.");
    if (any(quantile -> quantile.seeds() < FEWEST_FOR_A_HEADLINE)) {
      sentences.add("Of fewer than 20 seeds it is the smallest.");
    }
    if (any(quantile -> quantile.lowerLimit().isEmpty())) {
      sentences.add(
          "There is no lower limit from fewer than 72 seeds: they exclude no eta, however small.");
    }
    long omitted = combinations.stream().mapToLong(c -> c.critical().omitted()).sum();
    if (omitted > 0) {
      sentences.add(
          "Seeds that stand late in the plan have no part in it, with %s."
              .formatted(Phrases.counted(omitted, "run", "runs")));
    }
    return String.join(" ", sentences);
  }

  private boolean any(Predicate<CriticalEtaQuantile> condition) {
    return combinations.stream().map(c -> c.quantile(Failure.ANY)).anyMatch(condition);
  }

  List<Row> rows() {
    return combinations.stream()
        .flatMap(combination -> ORDER.stream().map(failure -> new Row(combination, failure)))
        .toList();
  }

  List<MarkdownTable.Column<Row>> columns(List<String> axes) {
    List<MarkdownTable.Column<Row>> columns = new ArrayList<>();
    if (combinations.size() > 1) {
      columns.add(number("neurons", row -> row.combination().neurons()));
      columns.addAll(MarkdownTable.axes(axes, row -> row.combination().settings()));
    }
    columns.add(text("fails by", row -> cause(row.failure())));
    columns.add(number("steps", row -> Integer.toString(row.combination().steps())));
    columns.add(number("seeds", row -> Integer.toString(row.quantile().seeds())));
    columns.add(number("critical eta", row -> estimate(row.quantile())));
    columns.add(number("95 % interval", row -> interval(row.quantile())));
    return columns;
  }

  private static String cause(Failure failure) {
    return switch (failure) {
      case CURVATURE -> "curvature";
      case KINK -> "kink";
      case DEATH -> "death";
      case ANY -> "any of them";
    };
  }

  private String estimate(CriticalEtaQuantile quantile) {
    if (Double.isInfinite(quantile.high())) {
      return "above " + etas.of(quantile.low());
    }
    return quantile.low() == 0
        ? "at most " + etas.of(quantile.high())
        : etas.of(quantile.low()) + " to " + etas.of(quantile.high());
  }

  /** Returns {@code 0.1 to 0.4}, {@code no limit to 0.4}, or {@code 0.1 to not reached}. */
  private String interval(CriticalEtaQuantile quantile) {
    return "%s to %s"
        .formatted(
            quantile.lowerLimit().isPresent()
                ? limit(quantile.lowerLimit().getAsDouble())
                : "no limit",
            Double.isInfinite(quantile.upperLimit())
                ? "not reached"
                : limit(quantile.upperLimit()));
  }

  private String limit(double eta) {
    return eta == 0 ? "0" : etas.of(eta);
  }
}
