package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.plot.Figure;
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
  private static final int MOST_UNFOLDED = 3;

  private final Findings findings;
  private final Sweep sweep;
  private final SweepSummary summary;
  private final EtaComparison comparison;
  private final CriticalEtaText criticalEtas;
  private final List<Figure> figures;
  private final MarkdownWriter markdown;
  private final EtaLabels etas;
  private final FlowSection flow;

  ReportPage(Findings findings, MarkdownWriter markdown) {
    this.findings = findings;
    this.sweep = findings.sweep();
    this.summary = findings.summary();
    this.comparison = findings.comparison();
    this.figures = findings.figures();
    this.markdown = markdown;
    this.etas = EtaLabels.of(summary.etas());
    this.flow = new FlowSection(findings.flows(), sweep.extraAxes());
    this.criticalEtas = new CriticalEtaText(findings.criticalEtas(), etas);
  }

  void write() throws IOException {
    writeWithout(Set.of(), "");
  }

  /**
   * Writes the page without some of its parts.
   *
   * @param shed the parts
   * @param why they are left out, in one sentence, or empty if none is
   */
  void writeWithout(Set<Detail> shed, String why) throws IOException {
    markdown.heading(1, MarkdownWriter.escape(sweep.name()));
    writeProgress();
    writeAnswer();
    if (!why.isEmpty()) {
      markdown.paragraph(why);
    }
    writeUnless(shed, Detail.DESCRIPTION, this::writeDescription);
    writeUnless(shed, Detail.ETAS, this::writeEtas);
    writeUnless(shed, Detail.VERDICTS, this::writeVerdicts);
    writeUnless(shed, Detail.COMPARISON, this::writeComparison);
    writeUnless(shed, Detail.CRITICAL_ETAS, this::writeCriticalEtas);
    writeUnless(shed, Detail.FIGURES, this::writeFigures);
    writeUnless(shed, Detail.FLOW, () -> flow.write(markdown));
    writeUnless(shed, Detail.CELLS, this::writeCells);
    writeUnless(shed, Detail.EXPECTATIONS, this::writeExpectations);
    writeUnless(shed, Detail.FLAGGED, this::writeFlagged);
    writeUnless(shed, Detail.VERDICT_NOTES, this::writeVerdictNotes);
    writeUnless(shed, Detail.EVIDENCE, this::writeEvidence);
    writeLeftOut();
    writeSetup();
    writeUnless(shed, Detail.GUIDE, this::writeGuide);
    writeProvenance();
  }

  private interface Part {
    void write() throws IOException;
  }

  private void writeUnless(Set<Detail> shed, Detail detail, Part part) throws IOException {
    if (has(detail) && !shed.contains(detail)) {
      part.write();
    }
  }

  /** Returns whether a page of this sweep has a part at all. */
  boolean has(Detail detail) {
    return switch (detail) {
      case EVIDENCE -> !evidence().isEmpty();
      case CELLS -> severalCellsAnEta();
      case FIGURES -> !figures.isEmpty();
      case FLOW -> flow.applies();
      case GUIDE -> true;
      case FLAGGED -> summary.flagged().total() > 0;
      case DESCRIPTION -> !sweep.description().isBlank();
      case VERDICTS -> summary.fates().trained() > 0;
      case VERDICT_NOTES -> !verdictNotes().isEmpty();
      case COMPARISON -> summary.fates().trained() > 0;
      case CRITICAL_ETAS -> criticalEtas.applies();
      case ETAS -> !summary.etas().isEmpty();
      case EXPECTATIONS -> !summary.expectations().isEmpty();
    };
  }

  /** Writes what can stand without the other documents. */
  void writeSummary() throws IOException {
    markdown.heading(1, MarkdownWriter.escape(sweep.name()));
    writeProgress();
    writeAnswer();
    writeUnless(Set.of(), Detail.ETAS, this::writeEtas);
    writeUnless(Set.of(), Detail.COMPARISON, this::writeComparison);
    writeUnless(Set.of(), Detail.EXPECTATIONS, this::writeExpectations);
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
      markdown.paragraph(Recommendation.of(sweep, summary).reason());
      writeIfAny(criticalEtas.headline());
    }
  }

  private void writeIfAny(Optional<String> paragraph) throws IOException {
    if (paragraph.isPresent()) {
      markdown.paragraph(paragraph.get());
    }
  }

  private void writeDescription() throws IOException {
    markdown.quote(sweep.description().strip().lines().map(MarkdownWriter::escape).toList());
  }

  private void writeEtas() throws IOException {
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
        summary.etas(),
        "cells.csv");
  }

  private void writeVerdicts() throws IOException {
    markdown.heading(3, "Verdicts");
    markdown.paragraph(
        "What whole runs did, in a word; it holds for the steps that were recorded, and more of them"
            + " may change it.");
    writeTable(VerdictColumns.ofEta(summary.etas(), etas), summary.etas(), "cells.csv");
  }

  private void writeComparison() throws IOException {
    markdown.heading(3, "Losses, and verdicts that change");
    markdown.paragraph(ComparisonColumns.explanation(comparison, etas));
    writeTable(ComparisonColumns.of(comparison, etas), comparison.etas(), "report.json");
  }

  private void writeCriticalEtas() throws IOException {
    markdown.heading(2, "Critical eta");
    markdown.paragraph(criticalEtas.explanation());
    writeTable(criticalEtas.columns(sweep.extraAxes()), criticalEtas.rows(), "report.json");
  }

  private void writeFigures() throws IOException {
    markdown.heading(2, "Figures");
    for (int k = 0; k < figures.size(); k++) {
      Figure figure = figures.get(k);
      markdown.paragraph(MarkdownWriter.image(figure.title(), figure.file()));
      markdown.paragraph(
          "**Figure %s.** %s".formatted(k + 1, MarkdownWriter.escape(figure.caption())));
    }
  }

  private boolean severalCellsAnEta() {
    return summary.tooManyCells() || summary.cells().size() > summary.etas().size();
  }

  private void writeCells() throws IOException {
    markdown.heading(2, "Cell by cell");
    markdown.paragraph("A cell is all runs that differ only in seed.");
    if (summary.tooManyCells()) {
      markdown.paragraph(LeftOut.CELLS);
      return;
    }
    markdown.beginDetails(Phrases.counted(summary.cells().size(), "cell", "cells"));
    List<MarkdownTable.Column<CellSummary>> cell =
        List.of(number("eta", row -> etas.of(row.eta())), number("neurons", CellSummary::neurons));
    writeTable(
        Stream.of(
                cell,
                MarkdownTable.axes(sweep.extraAxes(), CellSummary::settings),
                OutcomeColumns.of(CellSummary::outcomes, summary.features()))
            .flatMap(List::stream)
            .toList(),
        summary.cells(),
        "cells.csv");
    markdown.endDetails();
  }

  private <T> void writeTable(List<MarkdownTable.Column<T>> columns, List<T> rows, String all)
      throws IOException {
    int shown = Math.min(rows.size(), MOST_ROWS);
    new MarkdownTable<>(columns).write(rows.subList(0, shown), markdown);
    if (shown < rows.size()) {
      markdown.paragraph(
          "%s more; %s has them all."
              .formatted(Phrases.counted(rows.size() - shown, "row", "rows"), link(all)));
    }
  }

  private void writeExpectations() throws IOException {
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
  }

  private void writeVerdictNotes() throws IOException {
    markdown.heading(3, "Verdicts on these runs");
    writeFolding(verdictNotes(), "verdicts");
  }

  private List<String> verdictNotes() {
    return VerdictNotes.of(summary.flagged().first()).stream().map(MarkdownWriter::escape).toList();
  }

  private void writeEvidence() throws IOException {
    markdown.heading(3, "Evidence for each first increase");
    writeFolding(evidence(), "increases");
  }

  private void writeFolding(List<String> items, String what) throws IOException {
    if (items.size() <= MOST_UNFOLDED) {
      markdown.list(items);
    } else {
      markdown.beginDetails(items.size() + " " + what);
      markdown.list(items);
      markdown.endDetails();
    }
  }

  private List<String> evidence() {
    return summary.flagged().first().stream().flatMap(ReportPage::evidence).toList();
  }

  private static Stream<String> evidence(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? trained.diagnosis().first().flatMap(LossIncrease::evidence).stream()
            .map(evidence -> MarkdownWriter.escape("Run %s: %s".formatted(run.name(), evidence)))
        : Stream.empty();
  }

  private void writeLeftOut() throws IOException {
    List<String> sentences = LeftOut.of(findings);
    if (!sentences.isEmpty()) {
      markdown.heading(2, "Left out");
      markdown.list(sentences);
    }
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
    markdown.beginDetails("The words of this report");
    markdown.list(ReadingGuide.LINES);
    markdown.endDetails();
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
