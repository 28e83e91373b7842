package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;

/** What the documents of a large sweep do without, in Markdown. */
final class LeftOut {
  /** Where a table of cells would stand. */
  static final String CELLS =
      "There are more than %s cells, which are not told apart; [runs.csv](runs.csv) has every run."
          .formatted(SweepSummary.MOST_CELLS);

  private LeftOut() {}

  /** Returns a sentence or two for each thing that is left out. */
  static List<String> of(Findings findings) {
    List<String> sentences = new ArrayList<>();
    long otherEtas = findings.summary().runsOfOtherEtas();
    if (otherEtas > 0) {
      sentences.add(
          "Only the first %s etas in plan order are told apart; %s of others count in totals alone."
              .formatted(
                  SweepSummary.MOST_ETAS,
                  Phrases.counted(otherEtas, "finished run", "finished runs")));
    }
    if (findings.summary().steps().listed() < findings.summary().fates().trained()) {
      sentences.add(
          "[steps.csv](steps.csv) has the steps of %s. `./etascope trace RESULTS/NAME RUN` prints those of any run, `./etascope run CONFIG report.steps=all` lists those of all."
              .formatted(listed(findings)));
    }
    return sentences;
  }

  private static String listed(Findings findings) {
    TraceSelection runs = findings.summary().steps().runs();
    long listed = findings.summary().steps().listed();
    long selected = runs.count(findings.summary().fates());
    if (listed == 0) {
      return "no run";
    }
    String whose = runs == TraceSelection.FLAGGED ? " flagged runs" : " runs";
    return listed == selected
        ? "the " + listed + whose + " only"
        : "the first %s of %s%s only".formatted(listed, selected, whose);
  }
}
