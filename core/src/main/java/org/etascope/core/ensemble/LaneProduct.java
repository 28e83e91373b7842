package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.load;

import jdk.incubator.vector.DoubleVector;

/**
 * The product C = A B of two small matrices, for the run in every lane at once.
 *
 * <pre>
 *   c_rs = (a_r0 b_0s + a_r1 b_1s) + ...      A (rows x terms)   B (terms x columns)   C (rows x columns)
 * </pre>
 *
 * <p>Sums run over their terms in index order. Tiles of four by two sums stay in registers while
 * their terms pass by, so that six loads serve eight products; tiles do not depend on each other.
 */
final class LaneProduct {
  private static final int TILE_ROWS = 4;
  private static final int TILE_COLUMNS = 2;

  private LaneProduct() {}

  /** C = A B. Sums begin with -0.0, to which adding any number gives that number. */
  static void multiply(LaneMatrix a, LaneMatrix b, LaneMatrix c, int rows, int columns, int terms) {
    sum(a, b, c, rows, columns, terms, true);
  }

  /** C = C + A B: each sum goes on from what stands in C. */
  static void accumulate(
      LaneMatrix a, LaneMatrix b, LaneMatrix c, int rows, int columns, int terms) {
    sum(a, b, c, rows, columns, terms, false);
  }

  private static void sum(
      LaneMatrix a, LaneMatrix b, LaneMatrix c, int rows, int columns, int terms, boolean fresh) {
    int r = 0;
    for (; r + TILE_ROWS <= rows; r += TILE_ROWS) {
      int s = 0;
      for (; s + TILE_COLUMNS <= columns; s += TILE_COLUMNS) {
        tile(a, b, c, r, s, terms, fresh);
      }
      for (; s < columns; s++) {
        column(a, b, c, r, s, terms, fresh);
      }
    }
    for (; r < rows; r++) {
      for (int s = 0; s < columns; s++) {
        element(a, b, c, r, s, terms, fresh);
      }
    }
  }

  private static DoubleVector start(LaneMatrix c, int r, int s, boolean fresh) {
    return fresh ? Lanes.all(-0.0) : load(c.registers(), c.at(r, s));
  }

  /** Four by two sums. */
  private static void tile(
      LaneMatrix a, LaneMatrix b, LaneMatrix c, int r, int s, int terms, boolean fresh) {
    double[] as = a.registers();
    double[] bs = b.registers();
    double[] cs = c.registers();
    int aStep = a.columnStride() * Lanes.COUNT;
    int bStep = b.rowStride() * Lanes.COUNT;
    int a0 = a.at(r, 0);
    int a1 = a.at(r + 1, 0);
    int a2 = a.at(r + 2, 0);
    int a3 = a.at(r + 3, 0);
    int b0 = b.at(0, s);
    int b1 = b.at(0, s + 1);
    DoubleVector c00 = start(c, r, s, fresh);
    DoubleVector c01 = start(c, r, s + 1, fresh);
    DoubleVector c10 = start(c, r + 1, s, fresh);
    DoubleVector c11 = start(c, r + 1, s + 1, fresh);
    DoubleVector c20 = start(c, r + 2, s, fresh);
    DoubleVector c21 = start(c, r + 2, s + 1, fresh);
    DoubleVector c30 = start(c, r + 3, s, fresh);
    DoubleVector c31 = start(c, r + 3, s + 1, fresh);
    for (int k = 0; k < terms; k++) {
      DoubleVector x = load(bs, b0 + k * bStep);
      DoubleVector y = load(bs, b1 + k * bStep);
      DoubleVector w0 = load(as, a0 + k * aStep);
      c00 = c00.add(w0.mul(x));
      c01 = c01.add(w0.mul(y));
      DoubleVector w1 = load(as, a1 + k * aStep);
      c10 = c10.add(w1.mul(x));
      c11 = c11.add(w1.mul(y));
      DoubleVector w2 = load(as, a2 + k * aStep);
      c20 = c20.add(w2.mul(x));
      c21 = c21.add(w2.mul(y));
      DoubleVector w3 = load(as, a3 + k * aStep);
      c30 = c30.add(w3.mul(x));
      c31 = c31.add(w3.mul(y));
    }
    c00.intoArray(cs, c.at(r, s));
    c01.intoArray(cs, c.at(r, s + 1));
    c10.intoArray(cs, c.at(r + 1, s));
    c11.intoArray(cs, c.at(r + 1, s + 1));
    c20.intoArray(cs, c.at(r + 2, s));
    c21.intoArray(cs, c.at(r + 2, s + 1));
    c30.intoArray(cs, c.at(r + 3, s));
    c31.intoArray(cs, c.at(r + 3, s + 1));
  }

  /** Four sums of one column. */
  private static void column(
      LaneMatrix a, LaneMatrix b, LaneMatrix c, int r, int s, int terms, boolean fresh) {
    double[] as = a.registers();
    double[] bs = b.registers();
    double[] cs = c.registers();
    int aStep = a.columnStride() * Lanes.COUNT;
    int bStep = b.rowStride() * Lanes.COUNT;
    int a0 = a.at(r, 0);
    int a1 = a.at(r + 1, 0);
    int a2 = a.at(r + 2, 0);
    int a3 = a.at(r + 3, 0);
    int b0 = b.at(0, s);
    DoubleVector c0 = start(c, r, s, fresh);
    DoubleVector c1 = start(c, r + 1, s, fresh);
    DoubleVector c2 = start(c, r + 2, s, fresh);
    DoubleVector c3 = start(c, r + 3, s, fresh);
    for (int k = 0; k < terms; k++) {
      DoubleVector x = load(bs, b0 + k * bStep);
      c0 = c0.add(load(as, a0 + k * aStep).mul(x));
      c1 = c1.add(load(as, a1 + k * aStep).mul(x));
      c2 = c2.add(load(as, a2 + k * aStep).mul(x));
      c3 = c3.add(load(as, a3 + k * aStep).mul(x));
    }
    c0.intoArray(cs, c.at(r, s));
    c1.intoArray(cs, c.at(r + 1, s));
    c2.intoArray(cs, c.at(r + 2, s));
    c3.intoArray(cs, c.at(r + 3, s));
  }

  /** One sum. */
  private static void element(
      LaneMatrix a, LaneMatrix b, LaneMatrix c, int r, int s, int terms, boolean fresh) {
    double[] as = a.registers();
    double[] bs = b.registers();
    int aStep = a.columnStride() * Lanes.COUNT;
    int bStep = b.rowStride() * Lanes.COUNT;
    int a0 = a.at(r, 0);
    int b0 = b.at(0, s);
    DoubleVector sum = start(c, r, s, fresh);
    for (int k = 0; k < terms; k++) {
      sum = sum.add(load(as, a0 + k * aStep).mul(load(bs, b0 + k * bStep)));
    }
    sum.intoArray(c.registers(), c.at(r, s));
  }
}
