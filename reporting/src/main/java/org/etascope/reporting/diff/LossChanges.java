package org.etascope.reporting.diff;

/**
 * How final losses change from one eta of a sweep to the next larger one, between runs that are
 * equal in everything else, seeds among it.
 *
 * @param pairs of such runs that were trained at both etas and have a part in it, from 1
 * @param higher how many of them end higher at the larger eta
 * @param lower how many of them end lower at the larger eta
 * @param p Wilcoxon's, two-sided, of {@link SignedRanks}, adjusted by Holm over the tests of all
 *     neighbouring etas
 */
public record LossChanges(int pairs, int higher, int lower, double p) {
  /** Returns the same counts with another p-value. */
  LossChanges with(double adjusted) {
    return new LossChanges(pairs, higher, lower, adjusted);
  }
}
