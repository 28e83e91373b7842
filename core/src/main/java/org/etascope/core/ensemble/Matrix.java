package org.etascope.core.ensemble;

import org.etascope.core.network.Tensor;

/**
 * A matrix of one run that lies row by row in a part of an array, which it shares with others. In
 * {@link LaneMatrix} every element is a register of many runs instead.
 */
final class Matrix {
  private final double[] values;
  private final int offset;
  private final int rows;
  private final int columns;

  /**
   * Makes a view of an array.
   *
   * @param offset index of element (0, 0)
   */
  Matrix(double[] values, int offset, int rows, int columns) {
    this.values = values;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns the matrix of so many rows that fills an array. */
  static Matrix of(double[] values, int rows) {
    return new Matrix(values, 0, rows, values.length / rows);
  }

  /** Returns one tensor of all parameters or of their gradient. */
  static Matrix of(double[] theta, Tensor tensor) {
    return new Matrix(theta, tensor.offset(), tensor.rows(), tensor.columns());
  }

  /** Returns where an element lies. */
  int index(int row, int column) {
    return offset + row * columns + column;
  }

  /** Returns the array itself. */
  double[] values() {
    return values;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }
}
