package org.etascope.core.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a matrix that one thread computes, independently of all others.
 *
 * @param firstRow its first row
 * @param endRow the row after its last
 * @param firstColumn its first column
 * @param endColumn the column after its last
 */
record Block(int firstRow, int endRow, int firstColumn, int endColumn) {
  /**
   * Cuts a matrix into blocks of whole tiles, all about equally large: into ranges of columns
   * first, since blocks beside each other share no packed panel, and into ranges of rows where
   * there are fewer tiles beside each other than blocks wanted.
   *
   * @param wanted about how many blocks, from 1
   */
  static List<Block> of(int rows, int columns, int wanted) {
    int across = Math.min(wanted, tiles(columns, Tile.COLUMNS));
    int down = Math.min((wanted - 1) / across + 1, tiles(rows, Tile.ROWS));
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < down; i++) {
      for (int p = 0; p < across; p++) {
        blocks.add(
            new Block(
                cut(i, down, rows, Tile.ROWS),
                cut(i + 1, down, rows, Tile.ROWS),
                cut(p, across, columns, Tile.COLUMNS),
                cut(p + 1, across, columns, Tile.COLUMNS)));
      }
    }
    return blocks;
  }

  /** Returns the first row or column of part k of n, a multiple of the tile or the very end. */
  private static int cut(int k, int n, int size, int tile) {
    return (int) Math.min(size, (long) tiles(size, tile) * k / n * tile);
  }

  private static int tiles(int size, int tile) {
    return (size - 1) / tile + 1;
  }

  /** Returns how many columns the block has. */
  int columns() {
    return endColumn - firstColumn;
  }
}
