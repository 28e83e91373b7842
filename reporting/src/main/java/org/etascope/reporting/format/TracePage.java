package org.etascope.reporting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.DeadNeuron;
import org.etascope.core.diagnosis.Evidence;
import org.etascope.core.diagnosis.KinkBudget;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.training.Trace.Snapshot;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.Digits;

/** A trace as tables for reading, a row for each step. */
final class TracePage {
  private static final int MOST_COLUMNS = 16;

  private final MarkdownWriter markdown;

  TracePage(MarkdownWriter markdown) {
    this.markdown = markdown;
  }

  /** One column of a table: what stands above it, and its text at each step. */
  private record Column(String header, IntFunction<String> cell) {}

  void write(SweepRun run) throws IOException {
    List<Snapshot> steps = run.result().spec().trace().steps();
    markdown.heading(1, "Run " + MarkdownWriter.escape(run.name()));
    markdown.paragraph(MarkdownWriter.escape(RunLabels.conditions(run)) + ".");
    markdown.paragraph(
        "Steps, rows and columns count from 0. Each row holds what was computed at the parameters of"
            + " its step, before their update.");
    markdown.heading(2, "Weights and biases");
    table(steps, matrices(steps, Matrix::parameters));
    markdown.heading(2, "Gradients");
    table(steps, matrices(steps, Matrix::gradients));
    markdown.heading(2, "Outputs and losses");
    table(
        steps,
        Stream.concat(
                matrices(steps, Matrix::activations).stream(),
                Stream.of(new Column("loss", step -> Digits.fixed(steps.get(step).loss()))))
            .toList());
    writeDiagnosis(run.result().spec().traceDiagnosis());
  }

  private void writeDiagnosis(TraceDiagnosis diagnosis) throws IOException {
    List<StepDiagnostics> steps = diagnosis.steps();
    List<String> increases = steps.stream().flatMap(TracePage::increase).toList();
    if (!increases.isEmpty()) {
      markdown.heading(2, "Increases");
      markdown.list(increases);
    }
    List<String> rescued =
        IntStream.range(0, steps.size())
            .filter(step -> steps.get(step).rescued())
            .mapToObj(Integer::toString)
            .toList();
    if (!rescued.isEmpty()) {
      markdown.heading(2, "Rescued steps");
      markdown.paragraph(
          "With every ReLU kept as it was at the step before, the loss would have risen at "
              + Phrases.form(rescued.size(), "step ", "steps ")
              + String.join(", ", rescued)
              + "; neurons that switched on the way kept it down.");
    }
    if (!diagnosis.deadNeurons().isEmpty()) {
      markdown.heading(2, "Dead neurons");
      markdown.paragraph("Off on every point until the end. Layers and neurons count from 1.");
      markdown.list(diagnosis.deadNeurons().stream().map(TracePage::dead).toList());
    }
  }

  private static Stream<String> increase(StepDiagnostics step) {
    return step.evidence().stream()
        .map(Evidence::sentence)
        .map(sentence -> sentence + step.kinkBudget().map(TracePage::budget).orElse(""))
        .map(MarkdownWriter::escape);
  }

  /** What the change of the loss is made of; without switches it is only what the sentence says. */
  private static String budget(KinkBudget budget) {
    return budget.shares().isEmpty()
        ? ""
        : " Of the change, the tangent promised %s, curvature added %s, and switches %s."
            .formatted(
                Digits.of(budget.descent()),
                Digits.of(budget.curvature()),
                Digits.of(budget.kinks()));
  }

  private static String dead(DeadNeuron neuron) {
    return "layer %s, neuron %s: since step %s"
        .formatted(neuron.layer() + 1, neuron.neuron() + 1, neuron.since());
  }

  private static List<Column> matrices(
      List<Snapshot> steps, Function<Snapshot, List<Matrix>> matrices) {
    List<List<Matrix>> byStep = steps.stream().map(matrices).toList();
    List<Column> columns = new ArrayList<>();
    List<Matrix> shapes = byStep.get(0);
    for (int k = 0; k < shapes.size(); k++) {
      int matrix = k;
      for (int r = 0; r < shapes.get(k).rows(); r++) {
        for (int c = 0; c < shapes.get(k).columns(); c++) {
          int row = r;
          int column = c;
          columns.add(
              new Column(
                  header(shapes.get(k), row, column),
                  step -> Digits.fixed(byStep.get(step).get(matrix).get(row, column))));
        }
      }
    }
    return columns;
  }

  private static String header(Matrix matrix, int row, int column) {
    return "%s(%s, %s)".formatted(matrix.name(), row, column);
  }

  private void table(List<Snapshot> steps, List<Column> columns) throws IOException {
    for (int from = 0; from < columns.size(); from += MOST_COLUMNS) {
      List<Column> part = columns.subList(from, Math.min(from + MOST_COLUMNS, columns.size()));
      markdown.tableHead(
          Stream.concat(Stream.of("step"), part.stream().map(Column::header)).toList(),
          IntStream.rangeClosed(0, part.size()).mapToObj(i -> Align.RIGHT).toList());
      for (int step = 0; step < steps.size(); step++) {
        int row = step;
        markdown.tableRow(
            Stream.concat(
                    Stream.of(Integer.toString(step)),
                    part.stream().map(column -> column.cell().apply(row)))
                .toList());
      }
    }
  }
}
