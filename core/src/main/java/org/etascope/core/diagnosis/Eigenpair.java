package org.etascope.core.diagnosis;

/** An eigenvalue and an eigenvector of a symmetric matrix. */
final class Eigenpair {
  private final double value;
  private final double[] vector;

  Eigenpair(double value, double[] vector) {
    this.value = value;
    this.vector = vector;
  }

  double value() {
    return value;
  }

  /**
   * Returns the eigenvector itself, of length 1. Its sign means nothing, and in an eigenspace of
   * several dimensions neither does its direction.
   */
  double[] vector() {
    return vector;
  }
}
