package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.plot.Figure;
import org.etascope.reporting.plot.Figures;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** The report for reading: the answer first, then what it rests on. */
final class ReportPage {
  private static final int MOST_ROWS = 200;

  private final Sweep sweep;
  private final SweepSummary summary;
  private final MarkdownWriter markdown;
  private final EtaLabels etas;

  ReportPage(Sweep sweep, SweepSummary summary, MarkdownWriter markdown) {
    this.sweep = sweep;
    this.summary = summary;
    this.markdown = markdown;
    this.etas = EtaLabels.of(summary.etas());
  }

  void write() throws IOException {
    markdown.heading(1, MarkdownWriter.escape(sweep.name()));
    writeProgress();
    writeAnswer();
    writeDescription();
    writeEtas();
    writeFigures();
    writeCells();
    writeExpectations();
    writeFlagged();
    writeSetup();
    writeGuide();
    writeProvenance();
  }

  /** Writes what can stand without the other documents. */
  void writeSummary() throws IOException {
    markdown.heading(1, MarkdownWriter.escape(sweep.name()));
    writeProgress();
    writeAnswer();
    writeEtas();
    writeExpectations();
  }

  private void writeProgress() throws IOException {
    long done = summary.fates().runs();
    if (done < sweep.plannedRuns()) {
      markdown.paragraph(
          "**%s of %s runs %s done.** What follows is about %s and may change."
              .formatted(
                  done,
                  sweep.plannedRuns(),
                  Phrases.form(done, "is", "are"),
                  Phrases.form(done, "that one", "those")));
    }
  }

  private void writeAnswer() throws IOException {
    if (!summary.etas().isEmpty()) {
      markdown.paragraph(Answer.of(summary));
    }
  }

  private void writeDescription() throws IOException {
    if (!sweep.description().isBlank()) {
      markdown.quote(sweep.description().strip().lines().map(MarkdownWriter::escape).toList());
    }
  }

  private void writeEtas() throws IOException {
    if (summary.etas().isEmpty()) {
      return;
    }
    markdown.heading(2, "Etas side by side");
    if (severalCellsAnEta()) {
      markdown.paragraph(
          "Each row pools all cells of its eta; the next table has them one by one.");
    }
    List<MarkdownTable.Column<EtaSummary>> eta = List.of(number("eta", row -> etas.of(row.eta())));
    writeTable(
        Stream.of(eta, OutcomeColumns.of(EtaSummary::outcomes, summary.features()))
            .flatMap(List::stream)
            .toList(),
        summary.etas());
  }

  private void writeFigures() throws IOException {
    List<Figure> figures = Figures.of(sweep, summary);
    if (figures.isEmpty()) {
      return;
    }
    markdown.heading(2, "Figures");
    for (int k = 0; k < figures.size(); k++) {
      Figure figure = figures.get(k);
      markdown.paragraph(MarkdownWriter.image(figure.title(), figure.file()));
      markdown.paragraph(
          "**Figure %s.** %s".formatted(k + 1, MarkdownWriter.escape(figure.caption())));
    }
  }

  private boolean severalCellsAnEta() {
    return summary.cells().size() > summary.etas().size();
  }

  private void writeCells() throws IOException {
    if (!severalCellsAnEta()) {
      return;
    }
    markdown.heading(2, "Cell by cell");
    markdown.paragraph("A cell is all runs that differ only in seed.");
    List<MarkdownTable.Column<CellSummary>> cell =
        List.of(number("eta", row -> etas.of(row.eta())), number("neurons", CellSummary::neurons));
    writeTable(
        Stream.of(
                cell,
                MarkdownTable.axes(sweep.extraAxes(), CellSummary::settings),
                OutcomeColumns.of(CellSummary::outcomes, summary.features()))
            .flatMap(List::stream)
            .toList(),
        summary.cells());
  }

  private <T> void writeTable(List<MarkdownTable.Column<T>> columns, List<T> rows)
      throws IOException {
    int shown = Math.min(rows.size(), MOST_ROWS);
    new MarkdownTable<>(columns).write(rows.subList(0, shown), markdown);
    if (shown < rows.size()) {
      markdown.paragraph(
          "%s more; %s has them all."
              .formatted(Phrases.counted(rows.size() - shown, "row", "rows"), link("cells.csv")));
    }
  }

  private void writeExpectations() throws IOException {
    if (summary.expectations().isEmpty()) {
      return;
    }
    markdown.heading(2, "Expectations");
    markdown.list(summary.expectations().stream().map(ReportPage::verdict).toList());
  }

  private static String verdict(ExpectationResult result) {
    return "**%s**: %s. %s"
        .formatted(
            VerdictText.verdict(result),
            MarkdownWriter.escape(result.expectation().text()),
            MarkdownWriter.escape(VerdictText.explanation(result)));
  }

  private void writeFlagged() throws IOException {
    long total = summary.flagged().total();
    if (total == 0) {
      return;
    }
    List<SweepRun> shown = summary.flagged().first();
    markdown.heading(2, "Flagged runs");
    markdown.paragraph(
        "%s of %s runs rose, died, diverged or failed.%s"
            .formatted(
                total,
                summary.fates().runs(),
                shown.size() < total
                    ? " The first %s follow; %s has them all."
                        .formatted(shown.size(), link("runs.csv"))
                    : ""));
    FlaggedColumns.table(sweep, etas, shown).write(shown, markdown);
    List<String> evidence = shown.stream().flatMap(ReportPage::evidence).toList();
    if (!evidence.isEmpty()) {
      markdown.heading(3, "Evidence for each first increase");
      markdown.list(evidence);
    }
  }

  private static Stream<String> evidence(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? trained.diagnosis().first().stream()
            .map(
                increase ->
                    MarkdownWriter.escape("Run %s: %s".formatted(run.name(), increase.evidence())))
        : Stream.empty();
  }

  private void writeSetup() throws IOException {
    if (summary.first().isPresent()) {
      markdown.heading(2, "What was run");
      markdown.paragraph("The same for every run, but for what is swept:");
      markdown.list(Setup.lines(summary.first().get()));
    }
  }

  private void writeGuide() throws IOException {
    markdown.heading(2, "How to read this");
    markdown.list(ReadingGuide.LINES);
  }

  private void writeProvenance() throws IOException {
    Provenance provenance = sweep.provenance();
    markdown.heading(2, "Provenance");
    markdown.list(
        List.of(
            "Etascope " + MarkdownWriter.escape(provenance.etascopeVersion()),
            "Numerics version " + provenance.numericsVersion(),
            "Config SHA-256 " + MarkdownWriter.code(provenance.configSha256()),
            "Data SHA-256 " + MarkdownWriter.code(provenance.dataSha256())));
  }

  private static String link(String file) {
    return MarkdownWriter.link(file, file);
  }
}
