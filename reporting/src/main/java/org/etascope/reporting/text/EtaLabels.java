package org.etascope.reporting.text;

import java.util.List;
import org.etascope.reporting.summary.EtaSummary;

/**
 * How a report writes its learning rates.
 *
 * @param digits significant digits that keep them apart, at least four
 */
public record EtaLabels(int digits) {
  private static final int FEWEST = 4;

  /** Returns labels that keep these learning rates apart, and are no longer than that takes. */
  public static EtaLabels of(List<EtaSummary> etas) {
    double[] values = etas.stream().mapToDouble(EtaSummary::eta).toArray();
    return new EtaLabels(Math.max(FEWEST, Digits.tellingApart(values)));
  }

  /**
   * Returns a learning rate without trailing zeros: {@code 0.1}, {@code 0.01468}, {@code 1e-05}.
   */
  public String of(double eta) {
    return Digits.rounded(eta, digits);
  }
}
