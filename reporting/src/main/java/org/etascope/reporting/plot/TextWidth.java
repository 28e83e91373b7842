package org.etascope.reporting.plot;

/** How much room a text takes, whatever font a reader has. */
final class TextWidth {
  /** Wider than the mean character of the usual sans-serif fonts, digits included. */
  private static final double EM_A_CHARACTER = 0.62;

  private TextWidth() {}

  /**
   * Returns an estimate from above of a text's width, in pixels.
   *
   * @param size of its font, in pixels
   */
  static double of(String text, double size) {
    return EM_A_CHARACTER * size * text.codePointCount(0, text.length());
  }

  /** Returns a text cut to what surely fits, with an ellipsis where something is lost. */
  static String fitting(String text, double size, double width) {
    int room = Math.max(1, (int) (width / (EM_A_CHARACTER * size)));
    return text.codePointCount(0, text.length()) <= room
        ? text
        : text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…";
  }
}
