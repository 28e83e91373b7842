package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.etascope.reporting.diff.ComparedEta;
import org.etascope.reporting.diff.EtaComparison;
import org.etascope.reporting.diff.LossChanges;
import org.etascope.reporting.diff.VerdictChanges;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.CombinationEtas;
import org.etascope.reporting.summary.CriticalEtaQuantile;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.Failure;
import org.etascope.reporting.summary.FlaggedRuns;
import org.etascope.reporting.summary.LossLevel;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.StepsToLevel;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.JsonWriter;

/** What {@code report.md} says, for programs: {@code report.json}. */
final class JsonReport implements ReportFormat {
  /** Of the document's form; a change that a reader could trip over makes a new one. */
  private static final int FORMAT_VERSION = 1;

  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    try (Writer out = sink.open("report.json")) {
      JsonWriter.write(out, json -> new Page(json, findings).write());
    }
  }

  private record Page(
      JsonWriter json,
      JsonParts parts,
      Sweep sweep,
      SweepSummary summary,
      EtaComparison comparison,
      List<CombinationEtas> criticalEtas) {

    Page(JsonWriter json, Findings findings) {
      this(
          json,
          new JsonParts(json),
          findings.sweep(),
          findings.summary(),
          findings.comparison(),
          findings.criticalEtas());
    }

    void write() throws IOException {
      boolean begun = summary.fates().runs() > 0;
      json.count("format_version", FORMAT_VERSION);
      json.text("name", sweep.name());
      json.text("description", sweep.description());
      json.object("provenance", () -> provenance(sweep.provenance()));
      json.count("planned_runs", sweep.plannedRuns());
      parts.fates(summary.fates());
      json.text("answer", begun ? Optional.of(Answer.of(summary)) : Optional.empty());
      json.number(
          "recommended_eta",
          begun ? Recommendation.of(sweep, summary).eta() : Optional.<Double>empty());
      json.object("loss_level", comparison.level(), this::level);
      json.objects("etas", comparison.etas(), this::eta);
      json.objects(
          "cells",
          summary.tooManyCells() ? Optional.empty() : Optional.of(summary.cells()),
          this::cell);
      json.objects(
          "critical_etas",
          summary.tooManyCells() ? Optional.empty() : Optional.of(criticalEtas),
          this::criticalEtas);
      json.objects("expectations", summary.expectations(), this::expectation);
      json.object("flagged", () -> flagged(summary.flagged()));
    }

    private void provenance(Provenance provenance) throws IOException {
      json.text("etascope_version", provenance.etascopeVersion());
      json.count("numerics_version", provenance.numericsVersion());
      json.text("config_sha256", provenance.configSha256());
      json.text("data_sha256", provenance.dataSha256());
    }

    private void level(LossLevel level) throws IOException {
      json.number("loss", level.loss());
      json.number("eta", level.eta());
    }

    private void eta(ComparedEta eta) throws IOException {
      json.number("eta", eta.summary().eta());
      parts.outcomes(eta.summary().outcomes());
      json.object("steps_to_level", eta.steps(), this::steps);
      json.object("changes_from_smaller_eta", eta.changes(), this::changes);
      json.object("loss_changes_from_smaller_eta", eta.losses(), this::lossChanges);
    }

    private void steps(StepsToLevel steps) throws IOException {
      json.count("reached", steps.reached());
      json.count("runs", steps.runs());
      json.number("median", steps.median());
    }

    private void changes(VerdictChanges changes) throws IOException {
      json.count("pairs", changes.pairs());
      json.count("stopped", changes.stopped());
      json.count("began", changes.began());
      json.number("p", changes.p());
    }

    private void lossChanges(LossChanges changes) throws IOException {
      json.count("pairs", changes.pairs());
      json.count("higher", changes.higher());
      json.count("lower", changes.lower());
      json.number("p", changes.p());
    }

    private void cell(CellSummary cell) throws IOException {
      json.number("eta", cell.eta());
      json.text("neurons", cell.neurons());
      json.texts("settings", sweep.extraAxes(), cell.settings());
      parts.outcomes(cell.outcomes());
    }

    private void criticalEtas(CombinationEtas combination) throws IOException {
      json.text("neurons", combination.neurons());
      json.texts("settings", sweep.extraAxes(), combination.settings());
      json.count("steps", combination.steps());
      json.count("seeds", combination.quantile(Failure.ANY).seeds());
      json.count("runs_left_out", combination.critical().omitted());
      json.object(
          "quantiles",
          () -> {
            for (Failure failure : Failure.values()) {
              json.object(
                  JsonParts.word(failure), () -> criticalEta(combination.quantile(failure)));
            }
          });
    }

    private void criticalEta(CriticalEtaQuantile quantile) throws IOException {
      json.number("low", quantile.low());
      json.number("high", quantile.high());
      json.number("lower_limit", quantile.lowerLimit().stream().boxed().findFirst());
      json.number("upper_limit", quantile.upperLimit());
    }

    private void expectation(ExpectationResult result) throws IOException {
      json.text("text", result.expectation().text());
      json.flag("holds", result.holds());
      json.count("matched", result.matched());
      json.count("counted", result.counted());
      json.text("reason", result.reason());
      json.object("counterexample", result.counterexample(), this::run);
    }

    private void flagged(FlaggedRuns flagged) throws IOException {
      json.count("total", flagged.total());
      json.objects("first", flagged.first(), this::run);
    }

    private void run(SweepRun run) throws IOException {
      parts.identity(run, sweep.extraAxes());
      parts.fate(run);
      parts.verdict(run);
    }
  }
}
