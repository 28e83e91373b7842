package org.etascope.reporting.format;

import java.util.List;

/** The words of a report, explained to who reads one for the first time. */
final class ReadingGuide {
  static final List<String> LINES =
      List.of(
          "A *step* evaluates the loss and its gradient, then updates the parameters. Steps count"
              + " from 0.",
          "An *increase at step s* means that the exact loss at the stored parameters is higher at s"
              + " than at s-1, whatever rounding did to its computation, or that L(s) is the first"
              + " loss that is not finite. Its size is (L(s) - L(s-1)) / L(s-1). *Naive* increases"
              + " are all steps whose computed loss is higher; many of them at the floor of the loss"
              + " are real, but smaller than this arithmetic can certify.",
          "The *cause* of an increase is *curvature* where the loss would have risen even with every"
              + " ReLU kept as it was before the step, else *kink*: it rose because neurons switched"
              + " on the way. An eta times path curvature above 2 is what a rise means; an eta below"
              + " 2 over the sharpness guarantees nothing across a kink.",
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
