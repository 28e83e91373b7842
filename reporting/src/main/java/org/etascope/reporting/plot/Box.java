package org.etascope.reporting.plot;

/**
 * A rectangle, in pixels from the top left of a picture.
 *
 * @param x its left edge
 * @param y its top edge
 * @param width from 0
 * @param height from 0
 */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }
}
