package org.etascope.reporting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.training.Trace.Snapshot;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.Digits;

/** A trace as tables for reading, a row for each step. */
final class TracePage {
  private static final int MOST_COLUMNS = 16;

  private final MarkdownWriter markdown;
  private final int decimals;

  TracePage(MarkdownWriter markdown, int decimals) {
    this.markdown = markdown;
    this.decimals = decimals;
  }

  /** One column of a table: what stands above it, and its text at each step. */
  private record Column(String header, IntFunction<String> cell) {}

  void write(SweepRun run) throws IOException {
    List<Snapshot> steps = run.result().spec().trace().steps();
    markdown.heading(1, "Run " + MarkdownWriter.escape(run.name()));
    markdown.paragraph(MarkdownWriter.escape(RunLabels.conditions(run)) + ".");
    for (String verdict : VerdictNotes.of(run).toList()) {
      markdown.paragraph("**Verdict:** " + MarkdownWriter.escape(verdict));
    }
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
                Stream.of(
                    new Column("loss", step -> Digits.fixed(steps.get(step).loss(), decimals))))
            .toList());
    writeDiagnosis(run.result().spec().traceDiagnosis());
  }

  private void writeDiagnosis(TraceDiagnosis diagnosis) throws IOException {
    List<String> increases = TraceNotes.increases(diagnosis);
    if (!increases.isEmpty()) {
      markdown.heading(2, "Increases");
      markdown.list(increases.stream().map(MarkdownWriter::escape).toList());
    }
    Optional<String> rescued = TraceNotes.rescued(diagnosis);
    if (rescued.isPresent()) {
      markdown.heading(2, "Rescued steps");
      markdown.paragraph(rescued.get());
    }
    List<String> dead = TraceNotes.dead(diagnosis);
    if (!dead.isEmpty()) {
      markdown.heading(2, "Dead neurons");
      markdown.paragraph(TraceNotes.DEAD);
      markdown.list(dead);
    }
  }

  private List<Column> matrices(List<Snapshot> steps, Function<Snapshot, List<Matrix>> matrices) {
    List<Column> columns = new ArrayList<>();
    for (MatrixSeries series : MatrixSeries.of(steps, matrices)) {
      for (int r = 0; r < series.rows(); r++) {
        for (int c = 0; c < series.columns(); c++) {
          int row = r;
          int column = c;
          columns.add(
              new Column(
                  header(series, row, column),
                  step -> Digits.fixed(series.get(step, row, column), decimals)));
        }
      }
    }
    return columns;
  }

  private static String header(MatrixSeries series, int row, int column) {
    return "%s(%s, %s)".formatted(series.name(), row, column);
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
