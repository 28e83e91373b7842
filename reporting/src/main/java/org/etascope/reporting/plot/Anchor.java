package org.etascope.reporting.plot;

/** Which part of a text lies at its place. */
enum Anchor {
  /** Its left end. */
  START("start"),
  /** Its middle. */
  MIDDLE("middle"),
  /** Its right end. */
  END("end");

  private final String word;

  Anchor(String word) {
    this.word = word;
  }

  /** Returns the value of the attribute {@code text-anchor}. */
  String word() {
    return word;
  }
}
