package org.etascope.reporting.summary;

/**
 * The smallest eta at which the run of one seed fails, as closely as the etas that were tried tell.
 *
 * @param low the largest eta tried below {@code high}, where it does not fail; 0 if it fails at all
 *     that were tried
 * @param high the smallest eta tried at which it fails; infinite if there is none
 */
public record CriticalEta(double low, double high) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException unless 0 <= low < high
   */
  public CriticalEta {
    if (!(low >= 0 && low < high)) {
      throw new IllegalArgumentException(
          "a critical eta lies between 0 <= low < high, got %s and %s".formatted(low, high));
    }
  }
}
