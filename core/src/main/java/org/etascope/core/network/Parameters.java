package org.etascope.core.network;

import java.util.Arrays;

/**
 * All weights and biases of a network, or the gradient with respect to them: P doubles in one flat
 * array.
 *
 * <p>The order is W_0, B_0, W_1, B_1, ..., each matrix row by row, so that an update is one loop.
 * The array is shared with whoever asks for it; {@link #copy()} what is to be kept.
 */
public final class Parameters {
  private final Architecture architecture;
  private final double[] values;

  private Parameters(Architecture architecture, double[] values) {
    this.architecture = architecture;
    this.values = values;
  }

  /** Returns parameters that are all zero. */
  public static Parameters zeros(Architecture architecture) {
    return new Parameters(architecture, new double[architecture.parameterCount()]);
  }

  /**
   * Returns parameters that hold a copy of the given values.
   *
   * @param values P numbers in the order of this class
   * @throws IllegalArgumentException if there are not exactly P values
   */
  public static Parameters of(Architecture architecture, double... values) {
    if (values.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "a network of widths %s has %d parameters, got %d"
              .formatted(architecture.widths(), architecture.parameterCount(), values.length));
    }
    return new Parameters(architecture, values.clone());
  }

  /** Returns the shape these parameters belong to. */
  public Architecture architecture() {
    return architecture;
  }

  /** Returns the flat array itself, not a copy. */
  public double[] values() {
    return values;
  }

  /** Returns element (row, column) of a tensor of this network. */
  public double get(Tensor tensor, int row, int column) {
    return values[tensor.index(row, column)];
  }

  /** Returns the inner product with parameters of the same shape, summed in index order. */
  public double dot(Parameters other) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += values[k] * other.values[k];
    }
    return sum;
  }

  /** Returns parameters of their own with the same values. */
  public Parameters copy() {
    return new Parameters(architecture, values.clone());
  }

  /** Equal when shape and all bits of the values are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that
        && architecture.equals(that.architecture)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Parameters" + architecture.widths() + Arrays.toString(values);
  }
}
