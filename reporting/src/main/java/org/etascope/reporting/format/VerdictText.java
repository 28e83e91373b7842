package org.etascope.reporting.format;

import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.PlainText;

/** A judged expectation in words. */
public final class VerdictText {
  private VerdictText() {}

  /**
   * Returns one line, harmless to print: what was expected, whether it holds, why, and the run that
   * speaks against it.
   */
  public static String of(ExpectationResult result) {
    return PlainText.oneLine(
        "%s: %s. %s".formatted(verdict(result), result.expectation().text(), explanation(result)));
  }

  /** Returns {@code holds} or {@code does not hold}. */
  static String verdict(ExpectationResult result) {
    return result.holds() ? "holds" : "does not hold";
  }

  /** Returns why, and the run that speaks against it; not escaped. */
  static String explanation(ExpectationResult result) {
    return result.reason() + result.counterexample().map(VerdictText::counterexample).orElse("");
  }

  private static String counterexample(SweepRun run) {
    return " The first against it is run %s (%s): %s."
        .formatted(run.name(), RunLabels.conditions(run), RunLabels.story(run));
  }
}
