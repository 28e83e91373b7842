package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** The report for print: the answer, what it rests on, and the tables of the first traced runs. */
final class LatexPage {
  private static final int MOST_ROWS = 200;

  private final Sweep sweep;
  private final SweepSummary summary;
  private final List<SweepRun> traced;
  private final LatexWriter latex;
  private final EtaLabels etas;
  private final CriticalEtaText criticalEtas;

  LatexPage(Findings findings, LatexWriter latex) {
    this.sweep = findings.sweep();
    this.summary = findings.summary();
    this.traced = findings.traced();
    this.latex = latex;
    this.etas = EtaLabels.of(summary.etas());
    this.criticalEtas = new CriticalEtaText(findings.criticalEtas(), etas);
  }

  void write() throws IOException {
    latex.title(LatexWriter.escape(sweep.name()));
    writeProgress();
    writeAnswer();
    writeDescription();
    writeEtas();
    writeExpectations();
    writeFlagged();
    writeSetup();
    writeTraces();
    writeProvenance();
  }

  private void writeProgress() throws IOException {
    long done = summary.fates().runs();
    if (done < sweep.plannedRuns()) {
      latex.paragraph(
          LatexWriter.bold("%s of %s runs done.".formatted(done, sweep.plannedRuns()))
              + " What follows is about these and may change.");
    }
  }

  private void writeAnswer() throws IOException {
    if (!summary.etas().isEmpty()) {
      latex.paragraph(LatexWriter.escape(Answer.of(summary)));
      Optional<String> criticalEta = criticalEtas.headline();
      if (criticalEta.isPresent()) {
        latex.paragraph(LatexWriter.escape(criticalEta.get()));
      }
    }
  }

  private void writeDescription() throws IOException {
    if (!sweep.description().isBlank()) {
      latex.quote(sweep.description().strip().lines().map(LatexWriter::escape).toList());
    }
  }

  private void writeEtas() throws IOException {
    if (summary.etas().isEmpty()) {
      return;
    }
    List<EtaSummary> rows = summary.etas().subList(0, Math.min(MOST_ROWS, summary.etas().size()));
    latex.section("Etas side by side");
    if (rows.size() < summary.etas().size()) {
      latex.paragraph(
          "The first %s of %s etas follow.".formatted(rows.size(), summary.etas().size()));
    }
    new LatexTable(
            "What became of the runs of each eta",
            List.of(LatexTable.Column.of(number("eta", row -> etas.of(row.eta())), rows)),
            OutcomeColumns.<EtaSummary>of(EtaSummary::outcomes, summary.features()).stream()
                .map(column -> LatexTable.Group.single(LatexTable.Column.of(column, rows)))
                .toList())
        .write(latex);
  }

  private void writeExpectations() throws IOException {
    if (!summary.expectations().isEmpty()) {
      latex.section("Expectations");
      latex.list(summary.expectations().stream().map(LatexPage::verdict).toList());
    }
  }

  private static String verdict(ExpectationResult result) {
    return "%s: %s. %s"
        .formatted(
            LatexWriter.bold(VerdictText.verdict(result)),
            LatexWriter.escape(result.expectation().text()),
            LatexWriter.escape(VerdictText.explanation(result)));
  }

  private void writeFlagged() throws IOException {
    long total = summary.flagged().total();
    if (total == 0) {
      return;
    }
    List<SweepRun> shown = summary.flagged().first();
    latex.section("Flagged runs");
    latex.paragraph(
        "%s of %s runs rose, died, diverged or failed.%s"
            .formatted(
                total,
                summary.fates().runs(),
                shown.size() < total
                    ? " The first %s follow; %s has them all."
                        .formatted(shown.size(), LatexWriter.code("runs.csv"))
                    : ""));
    flaggedTable(shown).write(latex);
    List<String> verdicts = VerdictNotes.of(shown).stream().map(LatexWriter::escape).toList();
    if (!verdicts.isEmpty()) {
      latex.subsection("Verdicts on these runs");
      latex.list(verdicts);
    }
    List<String> evidence = shown.stream().flatMap(LatexPage::evidence).toList();
    if (!evidence.isEmpty()) {
      latex.subsection("Evidence for each first increase");
      latex.list(evidence);
    }
    List<String> failures = shown.stream().flatMap(LatexPage::failure).toList();
    if (!failures.isEmpty()) {
      latex.subsection("Why runs failed");
      latex.list(failures);
    }
  }

  private LatexTable flaggedTable(List<SweepRun> runs) {
    List<LatexTable.Column> columns = new ArrayList<>();
    columns.add(LatexTable.Column.of(number("eta", run -> etas.of(run.eta())), runs));
    columns.add(LatexTable.Column.of(number("neurons", SweepRun::neurons), runs));
    columns.add(LatexTable.Column.of(number("seed", run -> Long.toString(run.seed())), runs));
    IntStream.range(0, sweep.extraAxes().size())
        .mapToObj(
            axis ->
                LatexTable.Column.text(
                    sweep.extraAxes().get(axis), runs, run -> run.settings().get(axis)))
        .forEach(columns::add);
    FlaggedColumns.increases().stream()
        .map(column -> LatexTable.Column.of(column, runs))
        .forEach(columns::add);
    return new LatexTable(
        "Flagged runs",
        List.of(LatexTable.Column.of(number("run", SweepRun::name), runs)),
        columns.stream().map(LatexTable.Group::single).toList());
  }

  private static Stream<String> evidence(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? trained.diagnosis().first().flatMap(LossIncrease::evidence).stream()
            .map(evidence -> LatexWriter.escape("Run %s: %s".formatted(run.name(), evidence)))
        : Stream.empty();
  }

  private static Stream<String> failure(SweepRun run) {
    String failure = RunLabels.failure(run);
    return failure.isEmpty()
        ? Stream.empty()
        : Stream.of(LatexWriter.escape("Run %s: %s".formatted(run.name(), failure)));
  }

  private void writeSetup() throws IOException {
    if (summary.first().isPresent()) {
      latex.section("What was run");
      latex.paragraph("The same for every run, but for what is swept:");
      latex.list(Setup.lines(summary.first().get()).stream().map(LatexWriter::escape).toList());
    }
  }

  private void writeTraces() throws IOException {
    long total = sweep.traces().count(summary.fates());
    if (traced.size() < total) {
      latex.section("Traces");
      latex.paragraph(
          "The tables of the first %s of %s traced runs follow; %s has them all."
              .formatted(traced.size(), total, LatexWriter.code("traces/")));
    }
    LatexTrace tables = LatexTrace.bounded(latex, TraceDocument.DECIMALS);
    for (SweepRun run : traced) {
      tables.write(run);
    }
  }

  private void writeProvenance() throws IOException {
    Provenance provenance = sweep.provenance();
    latex.section("Provenance");
    latex.list(
        List.of(
            "Etascope " + LatexWriter.escape(provenance.etascopeVersion()),
            "Numerics version " + provenance.numericsVersion(),
            "Config SHA-256 " + LatexWriter.code(provenance.configSha256()),
            "Data SHA-256 " + LatexWriter.code(provenance.dataSha256())));
  }
}
