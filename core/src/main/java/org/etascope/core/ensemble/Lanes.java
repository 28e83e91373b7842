package org.etascope.core.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of doubles that this machine prefers. */
final class Lanes {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** The number of doubles in a vector. */
  static final int COUNT = SPECIES.length();

  static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  static final DoubleVector HALF = all(0.5);
  static final DoubleVector ONE = all(1);
  static final DoubleVector TWO = all(2);

  private Lanes() {}

  /** Returns the vector that begins at element p. */
  static DoubleVector load(double[] values, int p) {
    return DoubleVector.fromArray(SPECIES, values, p);
  }

  /** Returns the vector of x in every lane. */
  static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }
}
