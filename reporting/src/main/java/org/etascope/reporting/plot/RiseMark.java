package org.etascope.reporting.plot;

import java.io.IOException;
import org.etascope.core.diagnosis.Cause;

/** The mark of a certified increase: a triangle for curvature, a diamond for kinks. */
final class RiseMark {
  static final double HEIGHT = 8;

  private RiseMark() {}

  /**
   * Draws a mark.
   *
   * @param x its middle
   * @param bottom its lowest place
   */
  static void draw(SvgWriter svg, Cause cause, double x, double bottom) throws IOException {
    PathData mark = new PathData().to(x, bottom - HEIGHT);
    switch (cause) {
      case CURVATURE ->
          svg.path(
              Style.CURVATURE_INCREASE,
              mark.to(x - 0.6 * HEIGHT, bottom).to(x + 0.6 * HEIGHT, bottom).close());
      case KINK ->
          svg.path(
              Style.KINK_INCREASE,
              mark.to(x - 0.5 * HEIGHT, bottom - HEIGHT / 2)
                  .to(x, bottom)
                  .to(x + 0.5 * HEIGHT, bottom - HEIGHT / 2)
                  .close());
    }
  }
}
