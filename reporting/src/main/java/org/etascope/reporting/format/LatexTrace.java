package org.etascope.reporting.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.training.Trace.Snapshot;
import org.etascope.reporting.summary.SweepRun;

/** A trace as tables for print, a row for each step. */
final class LatexTrace {
  private static final int SOME_STEPS = 50;
  private static final int SOME_COLUMNS = 40;

  private final LatexWriter latex;
  private final int decimals;
  private final int mostSteps;
  private final int mostColumns;

  private LatexTrace(LatexWriter latex, int decimals, int mostSteps, int mostColumns) {
    this.latex = latex;
    this.decimals = decimals;
    this.mostSteps = mostSteps;
    this.mostColumns = mostColumns;
  }

  /** Returns tables with every number. */
  static LatexTrace whole(LatexWriter latex, int decimals) {
    return new LatexTrace(latex, decimals, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Returns tables that stop after some steps and columns and say so. */
  static LatexTrace bounded(LatexWriter latex, int decimals) {
    return new LatexTrace(latex, decimals, SOME_STEPS, SOME_COLUMNS);
  }

  void write(SweepRun run) throws IOException {
    List<Snapshot> all = run.result().spec().trace().steps();
    List<Snapshot> steps = all.subList(0, Math.min(mostSteps, all.size()));
    String name = LatexWriter.escape(run.name());
    latex.section("Run " + name);
    latex.paragraph(LatexWriter.escape(RunLabels.conditions(run)) + ".");
    for (String verdict : VerdictNotes.of(run).toList()) {
      latex.paragraph(LatexWriter.bold("Verdict:") + " " + LatexWriter.escape(verdict));
    }
    latex.paragraph(legend());
    if (steps.size() < all.size()) {
      latex.paragraph(
          "The first %s of %s steps follow; %s has them all."
              .formatted(steps.size(), all.size(), LatexWriter.code(TraceDocument.CSV.name(run))));
    }
    write(run, "Weights and biases", steps, matrices(steps, Matrix::parameters));
    write(run, "Gradients", steps, matrices(steps, Matrix::gradients));
    write(
        run,
        "Outputs and losses",
        steps,
        Stream.concat(Stream.of(losses(steps)), outputFirst(steps)).toList());
    writeDiagnosis(run.result().spec().traceDiagnosis());
  }

  private String legend() {
    return "Steps, rows and columns count from 0. Each line holds what was computed at the"
        + " parameters of its step, before their update. $W_l$ and $B_l$ are weights and biases of"
        + " layer $l$, $A_l$ its activations, the last of them the output, and $L$ is the loss."
        + " Under a matrix stand the row and the column of each element, or the one that there is"
        + " more than one of. Numbers have %s; small ones are in scientific form, and a bare 0 is exact."
            .formatted(Phrases.counted(decimals, "decimal", "decimals"));
  }

  private void write(SweepRun run, String what, List<Snapshot> steps, List<LatexTable.Group> groups)
      throws IOException {
    latex.subsection(what);
    int columns = groups.stream().mapToInt(group -> group.columns().size()).sum();
    if (columns > mostColumns) {
      latex.paragraph(
          "The first %s of %s columns follow; %s has them all."
              .formatted(mostColumns, columns, LatexWriter.code(TraceDocument.CSV.name(run))));
    }
    LatexTable.Column step =
        new LatexTable.Column(
            LatexCell.text("step"),
            Align.RIGHT,
            IntStream.range(0, steps.size())
                .mapToObj(k -> LatexCell.quantity(Integer.toString(k)))
                .toList());
    new LatexTable(
            what + " of run " + LatexWriter.escape(run.name()),
            List.of(step),
            first(mostColumns, groups))
        .write(latex);
  }

  private static List<LatexTable.Group> first(int columns, List<LatexTable.Group> groups) {
    List<LatexTable.Group> some = new ArrayList<>();
    int left = columns;
    for (LatexTable.Group group : groups) {
      int taken = Math.min(left, group.columns().size());
      if (taken > 0) {
        some.add(new LatexTable.Group(group.title(), group.columns().subList(0, taken)));
      }
      left -= taken;
    }
    return some;
  }

  private LatexTable.Group losses(List<Snapshot> steps) {
    return LatexTable.Group.single(
        new LatexTable.Column(
            LatexCell.mathematics("L", 2),
            Align.RIGHT,
            steps.stream().map(step -> LatexCell.number(step.loss(), decimals)).toList()));
  }

  private Stream<LatexTable.Group> outputFirst(List<Snapshot> steps) {
    List<LatexTable.Group> layers = matrices(steps, Matrix::activations);
    int output = layers.size() - 1;
    return Stream.concat(Stream.of(layers.get(output)), layers.subList(0, output).stream());
  }

  private List<LatexTable.Group> matrices(
      List<Snapshot> steps, Function<Snapshot, List<Matrix>> matrices) {
    return MatrixSeries.of(steps, matrices).stream().map(this::group).toList();
  }

  private LatexTable.Group group(MatrixSeries series) {
    return new LatexTable.Group(
        symbol(series.name()),
        IntStream.range(0, series.rows() * series.columns())
            .mapToObj(i -> element(series, i / series.columns(), i % series.columns()))
            .toList());
  }

  private LatexTable.Column element(MatrixSeries series, int row, int column) {
    return new LatexTable.Column(
        LatexCell.text(index(series, row, column)),
        Align.RIGHT,
        IntStream.range(0, series.steps().size())
            .mapToObj(step -> LatexCell.number(series.get(step, row, column), decimals))
            .toList());
  }

  private static String index(MatrixSeries series, int row, int column) {
    if (series.columns() == 1) {
      return Integer.toString(row);
    }
    return series.rows() == 1 ? Integer.toString(column) : row + ", " + column;
  }

  /** Returns how mathematics writes {@code W0} and {@code dW0}. */
  private static LatexCell symbol(String name) {
    boolean gradient = name.startsWith("d");
    String tensor = gradient ? name.substring(1) : name;
    String symbol = tensor.charAt(0) + "_{" + tensor.substring(1) + "}";
    return gradient
        ? LatexCell.mathematics("\\partial L/\\partial " + symbol, 9)
        : LatexCell.mathematics(symbol, 3);
  }

  private void writeDiagnosis(TraceDiagnosis diagnosis) throws IOException {
    List<String> increases = TraceNotes.increases(diagnosis);
    if (!increases.isEmpty()) {
      latex.subsection("Increases");
      latex.list(increases.stream().map(LatexWriter::escape).toList());
    }
    Optional<String> rescued = TraceNotes.rescued(diagnosis);
    if (rescued.isPresent()) {
      latex.subsection("Rescued steps");
      latex.paragraph(LatexWriter.escape(rescued.get()));
    }
    List<String> dead = TraceNotes.dead(diagnosis);
    if (!dead.isEmpty()) {
      latex.subsection("Dead neurons");
      latex.paragraph(TraceNotes.DEAD);
      latex.list(dead);
    }
  }
}
