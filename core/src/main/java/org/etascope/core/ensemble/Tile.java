package org.etascope.core.ensemble;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loop of a matrix product: the sums of 4 rows and 4 vectors of columns, which stay
 * in registers while their terms are added.
 *
 * <p>Every lane is a sum of its own, with one product and one addition per term and no fused
 * multiply-add, so that its bits are those of a scalar loop, whatever the vectors' length.
 */
final class Tile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** How many rows a tile has. */
  static final int ROWS = 4;

  /** How many columns a tile has. */
  static final int COLUMNS = 4 * LANES;

  private Tile() {}

  /**
   * c_ip = ((c_ip + s_i0 b_0p) + s_i1 b_1p) + ..., for i = 0 ... 3 and every column p of the tile.
   *
   * @param terms how many products are added to each element
   * @param s the left factor, whose rows begin at s0 ... s3
   * @param b the right factor, packed: row k of the tile's columns begins at b0 + k COLUMNS
   * @param c the sums, whose rows begin at c0 ... c3
   */
  static void add(
      int terms,
      double[] s,
      int s0,
      int s1,
      int s2,
      int s3,
      double[] b,
      int b0,
      double[] c,
      int c0,
      int c1,
      int c2,
      int c3) {
    DoubleVector c00 = load(c, c0);
    DoubleVector c01 = load(c, c0 + LANES);
    DoubleVector c02 = load(c, c0 + 2 * LANES);
    DoubleVector c03 = load(c, c0 + 3 * LANES);
    DoubleVector c10 = load(c, c1);
    DoubleVector c11 = load(c, c1 + LANES);
    DoubleVector c12 = load(c, c1 + 2 * LANES);
    DoubleVector c13 = load(c, c1 + 3 * LANES);
    DoubleVector c20 = load(c, c2);
    DoubleVector c21 = load(c, c2 + LANES);
    DoubleVector c22 = load(c, c2 + 2 * LANES);
    DoubleVector c23 = load(c, c2 + 3 * LANES);
    DoubleVector c30 = load(c, c3);
    DoubleVector c31 = load(c, c3 + LANES);
    DoubleVector c32 = load(c, c3 + 2 * LANES);
    DoubleVector c33 = load(c, c3 + 3 * LANES);
    for (int k = 0; k < terms; k++) {
      int row = b0 + k * COLUMNS;
      DoubleVector bk0 = load(b, row);
      DoubleVector bk1 = load(b, row + LANES);
      DoubleVector bk2 = load(b, row + 2 * LANES);
      DoubleVector bk3 = load(b, row + 3 * LANES);
      DoubleVector sk = DoubleVector.broadcast(SPECIES, s[s0 + k]);
      c00 = c00.add(sk.mul(bk0));
      c01 = c01.add(sk.mul(bk1));
      c02 = c02.add(sk.mul(bk2));
      c03 = c03.add(sk.mul(bk3));
      sk = DoubleVector.broadcast(SPECIES, s[s1 + k]);
      c10 = c10.add(sk.mul(bk0));
      c11 = c11.add(sk.mul(bk1));
      c12 = c12.add(sk.mul(bk2));
      c13 = c13.add(sk.mul(bk3));
      sk = DoubleVector.broadcast(SPECIES, s[s2 + k]);
      c20 = c20.add(sk.mul(bk0));
      c21 = c21.add(sk.mul(bk1));
      c22 = c22.add(sk.mul(bk2));
      c23 = c23.add(sk.mul(bk3));
      sk = DoubleVector.broadcast(SPECIES, s[s3 + k]);
      c30 = c30.add(sk.mul(bk0));
      c31 = c31.add(sk.mul(bk1));
      c32 = c32.add(sk.mul(bk2));
      c33 = c33.add(sk.mul(bk3));
    }
    c00.intoArray(c, c0);
    c01.intoArray(c, c0 + LANES);
    c02.intoArray(c, c0 + 2 * LANES);
    c03.intoArray(c, c0 + 3 * LANES);
    c10.intoArray(c, c1);
    c11.intoArray(c, c1 + LANES);
    c12.intoArray(c, c1 + 2 * LANES);
    c13.intoArray(c, c1 + 3 * LANES);
    c20.intoArray(c, c2);
    c21.intoArray(c, c2 + LANES);
    c22.intoArray(c, c2 + 2 * LANES);
    c23.intoArray(c, c2 + 3 * LANES);
    c30.intoArray(c, c3);
    c31.intoArray(c, c3 + LANES);
    c32.intoArray(c, c3 + 2 * LANES);
    c33.intoArray(c, c3 + 3 * LANES);
  }

  private static DoubleVector load(double[] values, int index) {
    return DoubleVector.fromArray(SPECIES, values, index);
  }
}
