package org.etascope.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.etascope.core.run.Fate;
import org.etascope.reporting.format.Answer;
import org.etascope.reporting.format.VerdictText;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/**
 * What a sweep came to, as the command line tells it.
 *
 * @param folder the sweep's folder
 * @param sweep its runs
 * @param summary what they say together
 */
record Conclusion(Path folder, Sweep sweep, SweepSummary summary) {
  static Conclusion of(Path folder, Sweep sweep, SweepSummary summary) {
    return new Conclusion(folder, sweep, summary);
  }

  /** Prints the answer, the expectations and where the report is, and returns how to end. */
  Exit print(boolean withReport, PrintWriter out) {
    long done = summary.fates().runs();
    out.printf(
        Locale.ROOT, "%s: %,d of %s done%n", sweep.name(), done, Counts.runs(sweep.plannedRuns()));
    if (done > 0) {
      out.println(Answer.of(summary));
    }
    Exit exit = printExpectations(out);
    if (withReport) {
      out.println("report: " + folder.resolve("report").resolve("report.md"));
    }
    return summary.fates().of(Fate.FAILED) > 0 ? exit.and(Exit.FAILED_RUNS) : exit;
  }

  /** Prints each expectation with its judgement, and returns whether all hold. */
  Exit printExpectations(PrintWriter out) {
    Exit exit = Exit.DONE;
    for (ExpectationResult result : summary.expectations()) {
      out.println(VerdictText.of(result));
      if (!result.holds()) {
        exit = Exit.EXPECTATION;
      }
    }
    return exit;
  }
}
