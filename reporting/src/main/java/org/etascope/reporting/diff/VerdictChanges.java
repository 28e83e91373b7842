package org.etascope.reporting.diff;

/**
 * How verdicts change from one eta of a sweep to the next larger one, between runs that are equal
 * in everything else, seeds among it.
 *
 * @param pairs of such runs that were trained at both etas, from 1
 * @param stopped how many of them descend at the smaller eta only
 * @param began how many of them descend at the larger eta only
 * @param p McNemar's, two-sided and exact, adjusted by Holm over the tests of all neighbouring etas
 */
public record VerdictChanges(int pairs, int stopped, int began, double p) {
  /** Returns the same counts with another p-value. */
  VerdictChanges with(double adjusted) {
    return new VerdictChanges(pairs, stopped, began, adjusted);
  }
}
