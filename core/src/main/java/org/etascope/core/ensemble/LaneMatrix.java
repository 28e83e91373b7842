package org.etascope.core.ensemble;

/**
 * A matrix of each run among registers: element (i, j) is number {@code offset + i rowStride + j
 * columnStride} of the run in every lane.
 */
final class LaneMatrix {
  private final double[] registers;
  private final int offset;
  private final int rowStride;
  private final int columnStride;

  /** Makes a view of registers, which it shares. */
  LaneMatrix(double[] registers, int offset, int rowStride, int columnStride) {
    this.registers = registers;
    this.offset = offset;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /** Returns the place of element (i, j) in the array. */
  int at(int i, int j) {
    return (offset + i * rowStride + j * columnStride) * Lanes.COUNT;
  }

  /** Returns the same numbers with rows and columns exchanged. */
  LaneMatrix transposed() {
    return new LaneMatrix(registers, offset, columnStride, rowStride);
  }

  /** Returns the array itself. */
  double[] registers() {
    return registers;
  }

  /** Returns how many numbers lie between an element and the one below it. */
  int rowStride() {
    return rowStride;
  }

  /** Returns how many numbers lie between an element and the one beside it. */
  int columnStride() {
    return columnStride;
  }
}
