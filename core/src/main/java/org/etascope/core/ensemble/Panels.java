package org.etascope.core.ensemble;

import java.util.Arrays;

/**
 * Some rows and columns of a product's right factor B, packed in the order in which {@link Tile}
 * reads them: one panel of a tile's columns behind the other, each row by row. Columns of a last
 * panel that B does not have are 0.
 */
final class Panels {
  /**
   * Rows of a panel, which takes 24 KiB with 8 lanes: it rests in a first cache of 32 KiB and
   * leaves room for the other factor and the sums.
   */
  static final int ROWS = 96;

  /** Columns of all panels: with 8 lanes they take 192 KiB, and leave the second cache room. */
  static final int COLUMNS = 8 * Tile.COLUMNS;

  private final double[] values;
  private int rows;

  /** Makes room for the panels of a product with so many terms and columns, or for a part. */
  Panels(int terms, int columns) {
    int panels = (Math.min(columns, COLUMNS) - 1) / Tile.COLUMNS + 1;
    values = new double[Math.min(terms, ROWS) * panels * Tile.COLUMNS];
  }

  /** Packs rows k ... k + terms - 1 and columns p ... p + columns - 1 of B. */
  void pack(Matrix b, int k, int terms, int p, int columns) {
    rows = terms;
    for (int q = 0; q < columns; q += Tile.COLUMNS) {
      int width = Math.min(Tile.COLUMNS, columns - q);
      clearBehind(q, width);
      for (int row = 0; row < terms; row++) {
        int from = b.index(k + row, p + q);
        System.arraycopy(b.values(), from, values, begin(q) + row * Tile.COLUMNS, width);
      }
    }
  }

  /** Packs rows k ... k + terms - 1 and columns p ... p + columns - 1 of B = D', given D. */
  void packTransposed(Matrix d, int k, int terms, int p, int columns) {
    rows = terms;
    for (int q = 0; q < columns; q += Tile.COLUMNS) {
      int width = Math.min(Tile.COLUMNS, columns - q);
      clearBehind(q, width);
      for (int column = 0; column < width; column++) {
        int from = d.index(p + q + column, k);
        int to = begin(q) + column;
        for (int row = 0; row < terms; row++) {
          values[to + row * Tile.COLUMNS] = d.values()[from + row];
        }
      }
    }
  }

  private void clearBehind(int q, int width) {
    if (width < Tile.COLUMNS) {
      Arrays.fill(values, begin(q), begin(q + Tile.COLUMNS), 0.0);
    }
  }

  /** Returns the array that holds the panels. */
  double[] values() {
    return values;
  }

  /** Returns where the panel begins whose first column is q, a multiple of a tile's columns. */
  int begin(int q) {
    return q * rows;
  }
}
