package org.etascope.reporting.plot;

/** Lengths and places in an SVG, in pixels. */
final class Coordinate {
  private static final int HUNDREDTHS = 100;
  private static final double MOST = 1e7;

  private Coordinate() {}

  /**
   * Returns a length rounded to hundredths of a pixel, without trailing zeros: {@code 12.5}, {@code
   * -0.25}, {@code 3}.
   *
   * @throws IllegalArgumentException if it is not a number or beyond ten million pixels
   */
  static String of(double pixels) {
    if (!(Math.abs(pixels) <= MOST)) {
      throw new IllegalArgumentException("a place in a picture is finite, got " + pixels);
    }
    long hundredths = Math.round(pixels * HUNDREDTHS);
    long whole = Math.abs(hundredths) / HUNDREDTHS;
    long rest = Math.abs(hundredths) % HUNDREDTHS;
    String fraction =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
    return (hundredths < 0 ? "-" : "") + whole + fraction;
  }
}
