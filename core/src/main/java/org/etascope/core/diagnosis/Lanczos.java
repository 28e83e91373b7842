package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.etascope.core.network.NumpyRandom;

/**
 * The algebraically largest eigenvalue of a symmetric matrix A that is known by its products alone.
 *
 * <p>Lanczos iteration with full reorthogonalisation, restarted from its best Ritz vectors when the
 * basis is full, so that it holds no more than {@value #BASIS} vectors: K. Wu and H. Simon,
 * Thick-restart Lanczos method for large symmetric eigenvalue problems, SIAM Journal on Matrix
 * Analysis and Applications 22 (2000), 602-616, doi:10.1137/S0895479898334605.
 *
 * <p>It starts from one and the same pseudo-random vector, and sums run in index order: the same
 * products give the same bits.
 */
final class Lanczos {
  /** A pair is accepted at |A v - lambda v| <= this times the largest |Ritz value|. */
  static final double TOLERANCE = 1e-8;

  private static final int BASIS = 48;
  private static final int KEPT = 16;
  private static final int CHECK_EVERY = 8;
  private static final int MOST_PRODUCTS = 2000;
  private static final long START_SEED = 0;

  private final Product matrix;
  private final int n;
  private final int limit;

  /** V, an orthonormal basis, vector by vector. */
  private final double[][] v;

  /** V'AV. */
  private final double[][] projected;

  private int size;
  private double largestRitz;

  private Lanczos(Product matrix, int n) {
    this.matrix = matrix;
    this.n = n;
    this.limit = Math.min(n, BASIS);
    this.v = new double[limit][];
    this.projected = new double[limit][limit];
  }

  /** Multiplies by A. */
  @FunctionalInterface
  interface Product {
    /**
     * Computes A v.
     *
     * @param v n numbers, not to be changed
     * @param product receives n numbers
     */
    void times(double[] v, double[] product);
  }

  /**
   * Returns the largest eigenvalue and its eigenvector, unless a product is not finite or {@value
   * #MOST_PRODUCTS} of them do not suffice.
   *
   * @param matrix multiplies by A
   * @param n the dimension of A, from 1
   */
  static Optional<Eigenpair> largest(Product matrix, int n) {
    return new Lanczos(matrix, n).iterate();
  }

  private Optional<Eigenpair> iterate() {
    double[] next = start();
    for (int products = 0; products < MOST_PRODUCTS; products++) {
      v[size] = next;
      double[] w = new double[n];
      matrix.times(next, w);
      double length = norm(w);
      if (!Double.isFinite(length)) {
        return Optional.empty();
      }
      orthogonalise(w);
      size++;
      double beta = norm(w);
      // every Ritz pair of such a basis is accepted
      boolean invariant = beta <= TOLERANCE / 2 * length;
      if (invariant || size == limit || size % CHECK_EVERY == 0) {
        Optional<Eigensystem> ritz = Eigensystem.of(leading());
        Optional<Eigenpair> accepted = ritz.flatMap(system -> accepted(system, beta));
        if (accepted.isPresent() || invariant || ritz.isEmpty()) {
          return accepted;
        }
        if (size == limit) {
          restart(ritz.get());
        }
      }
      next = w;
      scale(next, 1 / beta);
    }
    return Optional.empty();
  }

  /** A vector of length 1 that leans on no axis. */
  private double[] start() {
    NumpyRandom random = new NumpyRandom(START_SEED);
    double[] start = new double[n];
    Arrays.setAll(start, k -> random.nextDouble() - 0.5);
    scale(start, 1 / norm(start));
    return start;
  }

  /** w = w - V V'w, twice, for what rounding leaves of the first time; V'w is a column of V'AV. */
  private void orthogonalise(double[] w) {
    Arrays.fill(projected[size], 0);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i <= size; i++) {
        double along = dot(v[i], w);
        addScaled(w, -along, v[i]);
        projected[size][i] += along;
      }
    }
    for (int i = 0; i < size; i++) {
      projected[i][size] = projected[size][i];
    }
  }

  /** V'AV over the vectors that there are. */
  private double[][] leading() {
    double[][] leading = new double[size][];
    Arrays.setAll(leading, i -> Arrays.copyOf(projected[i], size));
    return leading;
  }

  private Optional<Eigenpair> accepted(Eigensystem ritz, double beta) {
    double[] values = ritz.values();
    double[] y = ritz.vector(0);
    largestRitz = Math.max(largestRitz, Math.max(Math.abs(values[0]), Math.abs(values[size - 1])));
    // |A Vy - lambda Vy| = beta |y_last|, but for rounding
    if (!(beta * Math.abs(y[size - 1]) <= TOLERANCE * largestRitz)) {
      return Optional.empty();
    }
    Eigenpair pair = new Eigenpair(values[0], combination(y));
    double[] residual = new double[n];
    matrix.times(pair.vector(), residual);
    addScaled(residual, -pair.value(), pair.vector());
    return norm(residual) <= TOLERANCE * largestRitz ? Optional.of(pair) : Optional.empty();
  }

  /** Leaves the basis with the Ritz vectors of the largest Ritz values, where V'AV is diagonal. */
  private void restart(Eigensystem ritz) {
    double[] values = ritz.values();
    double[][] kept = new double[Math.min(KEPT, size - 1)][];
    Arrays.setAll(kept, k -> combination(ritz.vector(k)));
    for (int k = 0; k < kept.length; k++) {
      v[k] = kept[k];
      Arrays.fill(projected[k], 0);
      projected[k][k] = values[k];
    }
    size = kept.length;
  }

  /** V y, of length 1. */
  private double[] combination(double[] y) {
    double[] sum = new double[n];
    for (int i = 0; i < size; i++) {
      addScaled(sum, y[i], v[i]);
    }
    scale(sum, 1 / norm(sum));
    return sum;
  }

  private static void addScaled(double[] sum, double factor, double[] x) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * x[k];
    }
  }

  private static void scale(double[] x, double factor) {
    for (int k = 0; k < x.length; k++) {
      x[k] *= factor;
    }
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }
}
