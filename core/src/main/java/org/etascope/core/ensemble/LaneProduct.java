package org.etascope.core.ensemble;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.etascope.core.ensemble.Lanes.COUNT;
import static org.etascope.core.ensemble.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The product C = A B of small matrices, for the run in every lane at once.
 *
 * <pre>
 *   c_rs = (a_r0 b_0s + a_r1 b_1s) + ...      A (rows x terms)   B (terms x columns)   C (rows x columns)
 * </pre>
 *
 * <p>Sums run over their terms in index order. Tiles of four by four sums stay in registers while
 * their terms pass by, so that eight loads serve sixteen products; what is left over goes by four
 * or alone. Tiles do not depend on each other.
 *
 * <p>Tiles call the Vector API itself and no method of this package, not even {@link Lanes#load}.
 * In a method as large as theirs the compiler inlines only what is annotated for it, as the Vector
 * API is, and a vector that meets a call becomes an object in memory.
 *
 * @param a A
 * @param b B
 * @param c C, in whose rows elements lie side by side
 * @param terms how many products are added to each element
 * @param fresh whether sums begin anew, or else with what stands in C
 */
record LaneProduct(LaneMatrix a, LaneMatrix b, LaneMatrix c, int terms, boolean fresh) {
  /** Rows and columns of a tile. */
  static final int TILE = 4;

  /** What sums begin with: added to it, any number stays what it is, zeros with their signs. */
  private static final double NOTHING = -0.0;

  /** C = A B. */
  static void multiply(LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    new LaneProduct(a, b, c, a.columns(), true).compute();
  }

  /** C = C + A B: each sum goes on from what stands in C. */
  static void accumulate(LaneMatrix a, LaneMatrix b, LaneMatrix c) {
    new LaneProduct(a, b, c, a.columns(), false).compute();
  }

  /** C' = B' A'. */
  private LaneProduct transposed() {
    return new LaneProduct(b.transposed(), a.transposed(), c.transposed(), terms, fresh);
  }

  private void compute() {
    int wholeRows = c.rows() - c.rows() % TILE;
    int wholeColumns = c.columns() - c.columns() % TILE;
    for (int r = 0; r < wholeRows; r += TILE) {
      for (int s = 0; s < wholeColumns; s += TILE) {
        tile(r, s);
      }
    }
    for (int s = wholeColumns; s < c.columns(); s++) {
      for (int r = 0; r < wholeRows; r += TILE) {
        column(r, s);
      }
    }
    LaneProduct transposed = transposed();
    for (int r = wholeRows; r < c.rows(); r++) {
      for (int s = 0; s < wholeColumns; s += TILE) {
        transposed.column(s, r);
      }
      for (int s = wholeColumns; s < c.columns(); s++) {
        element(r, s);
      }
    }
  }

  /** Four by four sums. */
  private void tile(int r, int s) {
    double[] as = a.registers();
    double[] bs = b.registers();
    double[] cs = c.registers();
    int aDown = a.down();
    int aAcross = a.across();
    int bDown = b.down();
    int bAcross = b.across();
    int cDown = c.down();
    int a0 = a.at(r, 0);
    int a1 = a0 + aDown;
    int a2 = a1 + aDown;
    int a3 = a2 + aDown;
    DoubleVector nothing = broadcast(SPECIES, NOTHING);
    int b0 = b.at(0, s);
    int b1 = b0 + bAcross;
    int b2 = b1 + bAcross;
    int b3 = b2 + bAcross;
    int c0 = c.at(r, s);
    int c1 = c0 + cDown;
    int c2 = c1 + cDown;
    int c3 = c2 + cDown;
    DoubleVector c00 = fresh ? nothing : fromArray(SPECIES, cs, c0);
    DoubleVector c01 = fresh ? nothing : fromArray(SPECIES, cs, c0 + COUNT);
    DoubleVector c02 = fresh ? nothing : fromArray(SPECIES, cs, c0 + 2 * COUNT);
    DoubleVector c03 = fresh ? nothing : fromArray(SPECIES, cs, c0 + 3 * COUNT);
    DoubleVector c10 = fresh ? nothing : fromArray(SPECIES, cs, c1);
    DoubleVector c11 = fresh ? nothing : fromArray(SPECIES, cs, c1 + COUNT);
    DoubleVector c12 = fresh ? nothing : fromArray(SPECIES, cs, c1 + 2 * COUNT);
    DoubleVector c13 = fresh ? nothing : fromArray(SPECIES, cs, c1 + 3 * COUNT);
    DoubleVector c20 = fresh ? nothing : fromArray(SPECIES, cs, c2);
    DoubleVector c21 = fresh ? nothing : fromArray(SPECIES, cs, c2 + COUNT);
    DoubleVector c22 = fresh ? nothing : fromArray(SPECIES, cs, c2 + 2 * COUNT);
    DoubleVector c23 = fresh ? nothing : fromArray(SPECIES, cs, c2 + 3 * COUNT);
    DoubleVector c30 = fresh ? nothing : fromArray(SPECIES, cs, c3);
    DoubleVector c31 = fresh ? nothing : fromArray(SPECIES, cs, c3 + COUNT);
    DoubleVector c32 = fresh ? nothing : fromArray(SPECIES, cs, c3 + 2 * COUNT);
    DoubleVector c33 = fresh ? nothing : fromArray(SPECIES, cs, c3 + 3 * COUNT);
    for (int k = 0; k < terms; k++) {
      DoubleVector y0 = fromArray(SPECIES, bs, b0 + k * bDown);
      DoubleVector y1 = fromArray(SPECIES, bs, b1 + k * bDown);
      DoubleVector y2 = fromArray(SPECIES, bs, b2 + k * bDown);
      DoubleVector y3 = fromArray(SPECIES, bs, b3 + k * bDown);
      DoubleVector x0 = fromArray(SPECIES, as, a0 + k * aAcross);
      c00 = c00.add(x0.mul(y0));
      c01 = c01.add(x0.mul(y1));
      c02 = c02.add(x0.mul(y2));
      c03 = c03.add(x0.mul(y3));
      DoubleVector x1 = fromArray(SPECIES, as, a1 + k * aAcross);
      c10 = c10.add(x1.mul(y0));
      c11 = c11.add(x1.mul(y1));
      c12 = c12.add(x1.mul(y2));
      c13 = c13.add(x1.mul(y3));
      DoubleVector x2 = fromArray(SPECIES, as, a2 + k * aAcross);
      c20 = c20.add(x2.mul(y0));
      c21 = c21.add(x2.mul(y1));
      c22 = c22.add(x2.mul(y2));
      c23 = c23.add(x2.mul(y3));
      DoubleVector x3 = fromArray(SPECIES, as, a3 + k * aAcross);
      c30 = c30.add(x3.mul(y0));
      c31 = c31.add(x3.mul(y1));
      c32 = c32.add(x3.mul(y2));
      c33 = c33.add(x3.mul(y3));
    }
    c00.intoArray(cs, c0);
    c01.intoArray(cs, c0 + COUNT);
    c02.intoArray(cs, c0 + 2 * COUNT);
    c03.intoArray(cs, c0 + 3 * COUNT);
    c10.intoArray(cs, c1);
    c11.intoArray(cs, c1 + COUNT);
    c12.intoArray(cs, c1 + 2 * COUNT);
    c13.intoArray(cs, c1 + 3 * COUNT);
    c20.intoArray(cs, c2);
    c21.intoArray(cs, c2 + COUNT);
    c22.intoArray(cs, c2 + 2 * COUNT);
    c23.intoArray(cs, c2 + 3 * COUNT);
    c30.intoArray(cs, c3);
    c31.intoArray(cs, c3 + COUNT);
    c32.intoArray(cs, c3 + 2 * COUNT);
    c33.intoArray(cs, c3 + 3 * COUNT);
  }

  /** Four sums of a column. */
  private void column(int r, int s) {
    double[] as = a.registers();
    double[] bs = b.registers();
    double[] cs = c.registers();
    int aDown = a.down();
    int aAcross = a.across();
    int bDown = b.down();
    int cDown = c.down();
    DoubleVector nothing = broadcast(SPECIES, NOTHING);
    int a0 = a.at(r, 0);
    int a1 = a0 + aDown;
    int a2 = a1 + aDown;
    int a3 = a2 + aDown;
    int b0 = b.at(0, s);
    int c0 = c.at(r, s);
    int c1 = c0 + cDown;
    int c2 = c1 + cDown;
    int c3 = c2 + cDown;
    DoubleVector sum0 = fresh ? nothing : fromArray(SPECIES, cs, c0);
    DoubleVector sum1 = fresh ? nothing : fromArray(SPECIES, cs, c1);
    DoubleVector sum2 = fresh ? nothing : fromArray(SPECIES, cs, c2);
    DoubleVector sum3 = fresh ? nothing : fromArray(SPECIES, cs, c3);
    for (int k = 0; k < terms; k++) {
      DoubleVector y = fromArray(SPECIES, bs, b0 + k * bDown);
      DoubleVector x0 = fromArray(SPECIES, as, a0 + k * aAcross);
      sum0 = sum0.add(x0.mul(y));
      DoubleVector x1 = fromArray(SPECIES, as, a1 + k * aAcross);
      sum1 = sum1.add(x1.mul(y));
      DoubleVector x2 = fromArray(SPECIES, as, a2 + k * aAcross);
      sum2 = sum2.add(x2.mul(y));
      DoubleVector x3 = fromArray(SPECIES, as, a3 + k * aAcross);
      sum3 = sum3.add(x3.mul(y));
    }
    sum0.intoArray(cs, c0);
    sum1.intoArray(cs, c1);
    sum2.intoArray(cs, c2);
    sum3.intoArray(cs, c3);
  }

  /** One sum. */
  private void element(int r, int s) {
    double[] as = a.registers();
    double[] bs = b.registers();
    int aAcross = a.across();
    int bDown = b.down();
    int a0 = a.at(r, 0);
    int b0 = b.at(0, s);
    int c0 = c.at(r, s);
    DoubleVector sum = fresh ? broadcast(SPECIES, NOTHING) : fromArray(SPECIES, c.registers(), c0);
    for (int k = 0; k < terms; k++) {
      DoubleVector x = fromArray(SPECIES, as, a0 + k * aAcross);
      sum = sum.add(x.mul(fromArray(SPECIES, bs, b0 + k * bDown)));
    }
    sum.intoArray(c.registers(), c0);
  }
}
