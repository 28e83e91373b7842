package org.etascope.reporting.diff;

import java.util.List;
import org.etascope.reporting.summary.Proportion;

/**
 * A cell whose share of monotone runs differs between two sweeps.
 *
 * @param eta the learning rate
 * @param neurons the hidden widths
 * @param settings values of the other swept axes
 * @param first the share in the first sweep
 * @param second the share in the second sweep
 * @param paired whether both have exactly the same seeds, so that McNemar's test applies and not
 *     Fisher's
 * @param p two-sided, exact, adjusted by Holm over all cells of both sweeps
 */
public record CellDiff(
    double eta,
    String neurons,
    List<String> settings,
    Proportion first,
    Proportion second,
    boolean paired,
    double p) {
  /** Copies the list. */
  public CellDiff {
    settings = List.copyOf(settings);
  }
}
