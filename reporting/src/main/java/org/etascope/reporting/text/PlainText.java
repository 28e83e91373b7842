package org.etascope.reporting.text;

import java.util.regex.Pattern;

/** Untrusted text made harmless to print. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final Pattern SPACE = Pattern.compile("\\R|\t");

  private PlainText() {}

  /**
   * Returns the text in one line: line ends and tabs become spaces, and control, bidirectional and
   * other invisible characters, which could drive a terminal or disguise the text, become U+FFFD.
   */
  public static String oneLine(String text) {
    if (isPrintableAscii(text)) {
      return text;
    }
    return SPACE
        .matcher(text)
        .replaceAll(" ")
        .codePoints()
        .map(c -> isVisible(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(int codePoint) {
    boolean noncharacter = (codePoint & 0xFFFE) == 0xFFFE;
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> !noncharacter;
    };
  }
}
