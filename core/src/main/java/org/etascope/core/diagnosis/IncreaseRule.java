package org.etascope.core.diagnosis;

/** When a rise of the computed loss counts as an increase. */
public final class IncreaseRule {
  private static final double RELATIVE_TOLERANCE = 1e-12;
  private static final double ABSOLUTE_TOLERANCE = 1e-26;

  private IncreaseRule() {}

  /**
   * Returns whether L_{t+1} > L_t (1 + 1e-12) + 1e-26, or a finite loss was followed by one that is
   * not.
   *
   * @param before L_t
   * @param after L_{t+1}
   */
  public static boolean isIncrease(double before, double after) {
    return Double.isFinite(after)
        ? after > before * (1 + RELATIVE_TOLERANCE) + ABSOLUTE_TOLERANCE
        : Double.isFinite(before);
  }
}
