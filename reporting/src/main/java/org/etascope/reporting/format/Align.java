package org.etascope.reporting.format;

/** How a column of a Markdown table is aligned. */
enum Align {
  /** Text. */
  LEFT("---"),
  /** Numbers. */
  RIGHT("---:");

  private final String rule;

  Align(String rule) {
    this.rule = rule;
  }

  /** Returns what stands under the header of such a column. */
  String rule() {
    return rule;
  }
}
