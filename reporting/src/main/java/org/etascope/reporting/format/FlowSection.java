package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.etascope.reporting.summary.FlowComparison;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.FlowPrediction;
import org.etascope.reporting.text.Digits;

/** Critical etas as they are observed, beside those that gradient flows foretell. */
final class FlowSection {
  private static final int MOST_ROWS = 20;
  private static final double CLOSE = 0.1;

  private final FlowComparisons flows;
  private final List<FlowComparison> all;
  private final List<String> axes;

  FlowSection(FlowComparisons flows, List<String> axes) {
    this.flows = flows;
    this.all = flows.all();
    this.axes = axes;
  }

  /** Returns whether there is anything to compare. */
  boolean applies() {
    return !all.isEmpty();
  }

  /**
   * A quantity that some of the flows have.
   *
   * @param name what it is
   * @param count how many have it
   * @param median over them, or over all
   * @param least the smallest
   * @param most the largest
   */
  private record Row(String name, long count, String median, String least, String most) {
    /** Returns a row about those that have a value. */
    static Row ofKnown(String name, List<OptionalDouble> values) {
      return of(name, values.stream().filter(OptionalDouble::isPresent).toList());
    }

    /** Returns a row about all, of which those without a value lie above the others. */
    static Row of(String name, List<OptionalDouble> values) {
      double[] sorted =
          values.stream()
              .mapToDouble(value -> value.orElse(Double.POSITIVE_INFINITY))
              .sorted()
              .toArray();
      int last = sorted.length - 1;
      return new Row(
          name,
          values.stream().filter(OptionalDouble::isPresent).count(),
          last < 0 ? "" : text(middle(sorted[last / 2], sorted[(last + 1) / 2])),
          last < 0 ? "" : text(sorted[0]),
          last < 0 ? "" : text(sorted[last]));
    }

    private static double middle(double low, double high) {
      return low == high ? low : 0.5 * (low + high);
    }

    private static String text(double value) {
      return Double.isFinite(value) ? Digits.of(value) : "none";
    }
  }

  void write(MarkdownWriter markdown) throws IOException {
    markdown.heading(2, "Critical etas, observed and foretold");
    markdown.paragraph(explanation());
    new MarkdownTable<Row>(
            List.of(
                MarkdownTable.text("", Row::name),
                number("of how many", row -> Long.toString(row.count())),
                number("median", Row::median),
                number("smallest", Row::least),
                number("largest", Row::most)))
        .write(rows(), markdown);
    markdown.paragraph(agreement());
    List<FlowComparison> shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
    markdown.beginDetails(
        shown.size() < all.size()
            ? "The first %s of %s, one by one".formatted(shown.size(), all.size())
            : "One by one");
    new MarkdownTable<>(columns()).write(shown, markdown);
    markdown.endDetails();
  }

  private String explanation() {
    return "While eta is small, gradient descent follows the gradient flow, and the sharpness lambda"
        + " along it foretells from which eta on curvature makes the loss rise: where lambda"
        + " exceeds 2/eta. %s followed, one for each network and seed, from the start of the runs to a time of the largest eta times their steps.%s"
            .formatted(
                Phrases.counted(all.size(), "flow was", "flows were"),
                flows.complete()
                    ? ""
                    : " These are the first in plan order; no more than %s are followed."
                        .formatted(FlowComparisons.MOST))
        + " *Observed* is the smallest eta of the sweep with an increase by curvature, *foretold* the"
        + " largest at which lambda stays at or below 2/eta until the last step. A flow that has"
        + " none counts as larger than all others in both medians. Nothing is foretold of kinks and"
        + " of death, and where lambda falls from its initial value a run may pass the beginning"
        + " without a rise: then 2/lambda at the end of the flow comes closer.";
  }

  private List<Row> rows() {
    return List.of(
        Row.of("observed", values(FlowComparison::observed)),
        Row.of(
            "foretold",
            all.stream().filter(FlowComparison::isComplete).map(FlowComparison::foretold).toList()),
        Row.ofKnown("2/lambda at the start", predicted(FlowPrediction::etaAtStart)),
        Row.ofKnown("2/lambda at the end of the flow", predicted(FlowPrediction::etaAtEnd)),
        Row.ofKnown("observed / foretold", values(FlowComparison::ratio)),
        Row.ofKnown("observed / (2/lambda at the end)", values(FlowComparison::ratioToEnd)));
  }

  private List<OptionalDouble> values(Function<FlowComparison, OptionalDouble> value) {
    return all.stream().map(value).toList();
  }

  private List<OptionalDouble> predicted(Function<FlowPrediction, OptionalDouble> value) {
    return values(flow -> flow.prediction().map(value).orElse(OptionalDouble.empty()));
  }

  private String agreement() {
    List<OptionalDouble> ratios =
        values(FlowComparison::ratio).stream().filter(OptionalDouble::isPresent).toList();
    long close =
        ratios.stream().filter(ratio -> Math.abs(ratio.getAsDouble() - 1) <= CLOSE).count();
    long neither =
        all.stream()
            .filter(f -> f.observed().isEmpty() && f.isComplete() && f.foretold().isEmpty())
            .count();
    long cut = all.stream().filter(flow -> !flow.isComplete()).count();
    return "Observed and foretold are within 10 %% of each other for %s of the %s that have both; for %s both are larger than every eta of the sweep.%s"
        .formatted(
            close,
            ratios.size(),
            Phrases.counted(neither, "other", "others"),
            cut == 0
                ? ""
                : " %s before telling, where the sharpness was not finite or the time out of reach."
                    .formatted(Phrases.counted(cut, "flow ended", "flows ended")));
  }

  private List<MarkdownTable.Column<FlowComparison>> columns() {
    List<MarkdownTable.Column<FlowComparison>> columns = new ArrayList<>();
    columns.add(number("neurons", FlowComparison::neurons));
    columns.add(number("seed", flow -> Long.toString(flow.seed())));
    columns.addAll(MarkdownTable.axes(axes, FlowComparison::settings));
    columns.add(number("observed", flow -> text(flow.observed())));
    columns.add(number("foretold", flow -> text(flow.foretold())));
    columns.add(number("2/lambda at the start", flow -> text(flow, FlowPrediction::etaAtStart)));
    columns.add(number("2/lambda at the end", flow -> text(flow, FlowPrediction::etaAtEnd)));
    columns.add(number("observed / foretold", flow -> text(flow.ratio())));
    return columns;
  }

  private static String text(FlowComparison flow, Function<FlowPrediction, OptionalDouble> value) {
    return text(flow.prediction().map(value).orElse(OptionalDouble.empty()));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Digits.of(value.getAsDouble()) : "";
  }
}
