package org.etascope.core.diagnosis;

/**
 * Bounds of the largest eigenvalue of a symmetric matrix A, by some products with it, at a small
 * part of what eigenvalues cost.
 *
 * <p>With |x| = 1, rho = x'Ax and r = |Ax - rho x| no eigenvalue is larger than |A|, the root of
 * the sum of all squares; the largest is not below rho; and one, mu, is within r of rho (Parlett,
 * The Symmetric Eigenvalue Problem, theorem 4.5.1). Where 2 (rho - r)^2 > |A|^2 the largest is mu:
 * if it were another, the squares of the two alone would exceed |A|^2.
 */
final class PowerIteration {
  private static final int MOST_PRODUCTS = 16;

  /** In parts of |A|, more than rounding does to these bounds and to eigenvalues from elsewhere. */
  private static final double ROOM = 1e-8;

  private PowerIteration() {}

  /**
   * Returns bounds of the largest eigenvalue, with room for rounding.
   *
   * @param a n x n, n from 1; not changed
   */
  static Bounds largestValue(double[][] a) {
    double norm = norm(a);
    double room = ROOM * norm;
    double[] x = new double[a.length];
    double[] product = new double[a.length];
    x[largestDiagonal(a)] = 1;
    double rho = Double.NaN;
    double r = Double.POSITIVE_INFINITY;
    for (int k = 0; k < MOST_PRODUCTS && r > room; k++) {
      for (int i = 0; i < x.length; i++) {
        product[i] = dot(a[i], x);
      }
      rho = dot(x, product);
      r = distance(product, rho, x);
      double length = Math.sqrt(dot(product, product));
      for (int i = 0; i < x.length; i++) {
        x[i] = product[i] / length;
      }
    }
    double least = rho - r - room;
    boolean isLargest = least > 0 && 2 * least * least > norm * norm;
    return new Bounds(rho - room, (isLargest ? rho + r : norm) + room);
  }

  /** |y - rho x|. */
  private static double distance(double[] y, double rho, double[] x) {
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = y[i] - rho * x[i];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  /** |A|, with room for squares that underflow. */
  private static double norm(double[][] a) {
    double squares = Double.MIN_NORMAL;
    for (double[] row : a) {
      squares += dot(row, row);
    }
    return Math.sqrt(squares);
  }

  private static int largestDiagonal(double[][] a) {
    int largest = 0;
    for (int i = 1; i < a.length; i++) {
      largest = a[i][i] > a[largest][largest] ? i : largest;
    }
    return largest;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }
}
