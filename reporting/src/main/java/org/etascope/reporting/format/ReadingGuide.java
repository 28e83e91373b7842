package org.etascope.reporting.format;

import java.util.List;

/** The words of a report, explained to who reads one for the first time. */
final class ReadingGuide {
  static final List<String> LINES =
      List.of(
          "A *step* evaluates the loss and its gradient, then updates the parameters. Steps count"
              + " from 0.",
          "An *increase at step s* means L(s) > L(s-1) (1 + 1e-12) + 1e-26, or that L(s) is the"
              + " first loss that is not finite. The tolerance is provisional; it keeps rounding at"
              + " the floor of the loss from counting. Its size is (L(s) - L(s-1)) / L(s-1).",
          "The *fate* of a run is the first that holds: *failed*, it could not be executed;"
              + " *diverged*, its loss ceased to be finite; *dead*, the ReLU of every output is off"
              + " on all points at the last step, so nothing can change any more; *non-monotone*,"
              + " its loss rose at some step; *monotone*, it descended at every step, which is to"
              + " say that its loss never rose.",
          "A dead or diverged run may have an increase too; the columns on increases count every"
              + " run that has one.",
          "Percentages are of the runs that could be executed, with Wilson's 95 % interval.",
          "In medians of final losses a diverged run counts as infinite.",
          "Etas are rounded as far as keeps them apart; [cells.csv](cells.csv),"
              + " [runs.csv](runs.csv) and [steps.csv](steps.csv) have every digit.");

  private ReadingGuide() {}
}
