package org.etascope.core.ensemble;

/**
 * C = C + S B: the terms of each element are added to it one by one, in index order.
 *
 * <p>For c_ip = ((c_ip + s_i0 b_0p) + s_i1 b_1p) + ... it makes no difference to any bit when a sum
 * is stored between two terms, nor which sums advance together. So B is packed in panels that stay
 * in the caches, and tiles of sums advance by the rows of a panel before the next one is packed
 * (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34, 12, 2008,
 * without its reordering of sums).
 *
 * @param s S (n x terms)
 * @param c C (n x m), where the sums begin and end
 */
record TiledProduct(Matrix s, Matrix c) {
  /** What packs a part of B, as {@link Panels#pack} does. */
  private interface Packing {
    void pack(Panels panels, int k, int terms, int p, int columns);
  }

  /** Adds S B to one block of C, given B (terms x m). */
  void add(Matrix b, Block block) {
    add(block, (panels, k, terms, p, columns) -> panels.pack(b, k, terms, p, columns));
  }

  /** Adds S D' to one block of C, given D (m x terms). */
  void addTransposed(Matrix d, Block block) {
    add(block, (panels, k, terms, p, columns) -> panels.packTransposed(d, k, terms, p, columns));
  }

  private void add(Block block, Packing b) {
    Panels panels = new Panels(s.columns(), block.columns());
    double[] edge = new double[Tile.ROWS * Tile.COLUMNS];
    for (int p = block.firstColumn(); p < block.endColumn(); p += Panels.COLUMNS) {
      int columns = Math.min(Panels.COLUMNS, block.endColumn() - p);
      for (int k = 0; k < s.columns(); k += Panels.ROWS) {
        int terms = Math.min(Panels.ROWS, s.columns() - k);
        b.pack(panels, k, terms, p, columns);
        for (int q = 0; q < columns; q += Tile.COLUMNS) {
          int width = Math.min(Tile.COLUMNS, columns - q);
          for (int i = block.firstRow(); i < block.endRow(); i += Tile.ROWS) {
            int height = Math.min(Tile.ROWS, block.endRow() - i);
            if (height == Tile.ROWS && width == Tile.COLUMNS) {
              addTile(i, k, terms, panels, q, p + q);
            } else {
              addEdge(i, height, k, terms, panels, q, p + q, width, edge);
            }
          }
        }
      }
    }
  }

  private void addTile(int i, int k, int terms, Panels panels, int q, int p) {
    int si = s.index(i, k);
    int ci = c.index(i, p);
    Tile.add(
        terms,
        s.values(),
        si,
        si + s.columns(),
        si + 2 * s.columns(),
        si + 3 * s.columns(),
        panels.values(),
        panels.begin(q),
        c.values(),
        ci,
        ci + c.columns(),
        ci + 2 * c.columns(),
        ci + 3 * c.columns());
  }

  /** A tile that hangs over the edge of C is computed beside it; its missing rows are the last. */
  private void addEdge(
      int i, int height, int k, int terms, Panels panels, int q, int p, int width, double[] edge) {
    for (int row = 0; row < height; row++) {
      System.arraycopy(c.values(), c.index(i + row, p), edge, row * Tile.COLUMNS, width);
    }
    int last = i + height - 1;
    Tile.add(
        terms,
        s.values(),
        s.index(i, k),
        s.index(Math.min(i + 1, last), k),
        s.index(Math.min(i + 2, last), k),
        s.index(Math.min(i + 3, last), k),
        panels.values(),
        panels.begin(q),
        edge,
        0,
        Tile.COLUMNS,
        2 * Tile.COLUMNS,
        3 * Tile.COLUMNS);
    for (int row = 0; row < height; row++) {
      System.arraycopy(edge, row * Tile.COLUMNS, c.values(), c.index(i + row, p), width);
    }
  }
}
