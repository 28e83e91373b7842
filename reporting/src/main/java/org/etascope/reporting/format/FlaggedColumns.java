package org.etascope.reporting.format;

import static org.etascope.reporting.format.MarkdownTable.number;
import static org.etascope.reporting.format.MarkdownTable.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.etascope.reporting.text.Digits;
import org.etascope.reporting.text.EtaLabels;

/** The columns of the table of flagged runs. */
final class FlaggedColumns {
  private FlaggedColumns() {}

  static MarkdownTable<SweepRun> table(Sweep sweep, EtaLabels etas, List<SweepRun> runs) {
    List<MarkdownTable.Column<SweepRun>> columns = new ArrayList<>();
    columns.add(number("run", run -> MarkdownWriter.escape(run.name())));
    columns.add(number("eta", run -> etas.of(run.eta())));
    columns.add(number("neurons", SweepRun::neurons));
    columns.add(number("seed", run -> Long.toString(run.seed())));
    columns.addAll(MarkdownTable.axes(sweep.extraAxes(), SweepRun::settings));
    columns.addAll(increases());
    if (sweep.traces() != TraceSelection.NONE) {
      columns.add(text("trace", run -> trace(sweep, run)));
    }
    if (runs.stream().anyMatch(run -> run.fate() == Fate.FAILED)) {
      columns.add(text("failure", run -> MarkdownWriter.escape(RunLabels.failure(run))));
    }
    return new MarkdownTable<>(columns);
  }

  /** Returns how a run ended and what its increases were, in plain text. */
  static List<MarkdownTable.Column<SweepRun>> increases() {
    return List.of(
        text("fate", run -> Phrases.adjective(run.fate())),
        number("first increase", run -> first(run, i -> "step " + i.step())),
        number("loss before", run -> first(run, FlaggedColumns::before)),
        number("loss after", run -> first(run, FlaggedColumns::after)),
        number("rise", run -> first(run, i -> Digits.rise(i.relative()))),
        text("cause", run -> first(run, FlaggedColumns::cause)),
        number("increases", run -> diagnosis(run).map(FlaggedColumns::count).orElse("")),
        number("largest increase", run -> diagnosis(run).map(FlaggedColumns::largest).orElse("")));
  }

  private static Optional<Diagnosis> diagnosis(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? Optional.of(trained.diagnosis())
        : Optional.empty();
  }

  private static String first(SweepRun run, Function<LossIncrease, String> cell) {
    return diagnosis(run).flatMap(Diagnosis::first).map(cell).orElse("");
  }

  private static String before(LossIncrease increase) {
    return Digits.inContrast(increase.before(), increase.after());
  }

  private static String after(LossIncrease increase) {
    return Digits.inContrast(increase.after(), increase.before());
  }

  private static String cause(LossIncrease increase) {
    return increase.cause().name().toLowerCase(Locale.ROOT);
  }

  private static String count(Diagnosis diagnosis) {
    return Integer.toString(diagnosis.increases());
  }

  private static String largest(Diagnosis diagnosis) {
    return diagnosis.maxRelativeIncrease().isPresent()
        ? Digits.rise(diagnosis.maxRelativeIncrease().getAsDouble())
        : "";
  }

  private static String trace(Sweep sweep, SweepRun run) {
    return sweep.traces().includes(run)
        ? MarkdownWriter.link("tables", TraceDocument.MARKDOWN.name(run))
            + ", "
            + MarkdownWriter.link("CSV", TraceDocument.CSV.name(run))
        : "";
  }
}
