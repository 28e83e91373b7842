package org.etascope.core.network;

/**
 * Where one weight matrix or bias vector lies in the flat array of all {@link Parameters}.
 *
 * @param name the name used in files, such as {@code W0} or {@code B1}
 * @param rows neurons of the layer
 * @param columns inputs of the layer for weights, 1 for biases
 * @param offset index of element (0, 0); element (i, j) is at {@code offset + i * columns + j}
 */
public record Tensor(String name, int rows, int columns, int offset) {
  /** Returns how many numbers the tensor holds. */
  public int size() {
    return rows * columns;
  }

  /** Returns the index of element (row, column) in the flat array. */
  public int index(int row, int column) {
    return offset + row * columns + column;
  }
}
