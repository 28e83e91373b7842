package org.etascope.core.data;

/**
 * The map x -> (x - centre) / width between the units of a column and the units it is trained in.
 *
 * @param centre what becomes 0, in the column's units
 * @param width what becomes a distance of 1, in the column's units, above 0
 */
public record Affine(double centre, double width) {
  /** Returns a value of the column in the units it is trained in. */
  public double apply(double x) {
    return (x - centre) / width;
  }

  /** Returns a value that was trained on in the column's units, to rounding. */
  public double invert(double scaled) {
    return scaled * width + centre;
  }
}
