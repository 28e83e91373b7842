package org.etascope.core.ensemble;

/**
 * A matrix of each run among registers: element (i, j) is number {@code offset + i rowStride + j
 * columnStride} of the run in every lane.
 */
final class LaneMatrix {
  private final double[] registers;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int rowStride;
  private final int columnStride;

  private LaneMatrix(
      double[] registers, int offset, int rows, int columns, int rowStride, int columnStride) {
    this.registers = registers;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /** Returns the matrix that lies row by row among registers, which it shares, from a number on. */
  static LaneMatrix of(double[] registers, int offset, int rows, int columns) {
    return new LaneMatrix(registers, offset, rows, columns, columns, 1);
  }

  /** Returns a factor of any size, all of whose elements are the same number in every run. */
  static LaneMatrix uniform(double number) {
    return new LaneMatrix(Lanes.broadcast(new double[] {number}), 0, 1, 1, 0, 0);
  }

  /** Returns the same numbers with rows and columns exchanged. */
  LaneMatrix transposed() {
    return new LaneMatrix(registers, offset, columns, rows, columnStride, rowStride);
  }

  /** Returns some of the columns. */
  LaneMatrix columns(int first, int count) {
    return new LaneMatrix(
        registers, offset + first * columnStride, rows, count, rowStride, columnStride);
  }

  /** Returns the place of element (i, j) in the array. */
  int at(int i, int j) {
    return (offset + i * rowStride + j * columnStride) * Lanes.COUNT;
  }

  /** Returns the array itself. */
  double[] registers() {
    return registers;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Returns how far an element lies from the one below it in the array. */
  int down() {
    return rowStride * Lanes.COUNT;
  }

  /** Returns how far an element lies from the one beside it in the array. */
  int across() {
    return columnStride * Lanes.COUNT;
  }
}
