package org.etascope.reporting.format;

/** Parts that a page of limited length can do without, the first to go first. */
enum Detail {
  EVIDENCE("the evidence for each first increase"),
  VERDICT_NOTES("the verdicts on flagged runs"),
  CELLS("the table of cells"),
  FIGURES("the figures"),
  FLOW("the comparison with gradient flows"),
  GUIDE("the reading guide"),
  FLAGGED("the table of flagged runs"),
  DESCRIPTION("the description"),
  VERDICTS("the table of verdicts"),
  CRITICAL_ETAS("the critical etas"),
  COMPARISON("the comparison of neighbouring etas"),
  ETAS("the table of etas"),
  EXPECTATIONS("the expectations");

  private final String phrase;

  Detail(String phrase) {
    this.phrase = phrase;
  }

  /** Returns how a sentence names this part. */
  String phrase() {
    return phrase;
  }
}
