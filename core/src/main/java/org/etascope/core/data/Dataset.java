package org.etascope.core.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The m points of a fit: X (features x m) and Y (targets x m), with the names of their columns.
 * Immutable.
 *
 * <p>Both matrices are stored row by row, a row for each column of the user's table.
 */
public final class Dataset {
  private final List<String> featureNames;
  private final List<String> targetNames;
  private final int points;
  private final double[] x;
  private final double[] y;
  private volatile @Nullable String sha256;

  private Dataset(
      List<String> featureNames, List<String> targetNames, int points, double[] x, double[] y) {
    this.featureNames = featureNames;
    this.targetNames = targetNames;
    this.points = points;
    this.x = x;
    this.y = y;
  }

  /**
   * Returns a data set of the given columns.
   *
   * @param featureNames a name for each feature, at least one
   * @param targetNames a name for each target, at least one
   * @param features features x m, finite
   * @param targets targets x m, finite
   * @throws IllegalArgumentException if there is no point, rows differ in length, counts differ
   *     from the names, or a value is not finite
   */
  public static Dataset of(
      List<String> featureNames,
      List<String> targetNames,
      double[][] features,
      double[][] targets) {
    if (features.length == 0 || targets.length == 0 || features[0].length == 0) {
      throw new IllegalArgumentException("a data set needs a feature, a target and a point");
    }
    if (featureNames.size() != features.length || targetNames.size() != targets.length) {
      throw new IllegalArgumentException("a data set needs one name for each feature and target");
    }
    int points = features[0].length;
    return new Dataset(
        List.copyOf(featureNames),
        List.copyOf(targetNames),
        points,
        flat(features, points),
        flat(targets, points));
  }

  private static double[] flat(double[][] rows, int points) {
    double[] flat = new double[Math.multiplyExact(rows.length, points)];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != points) {
        throw new IllegalArgumentException(
            "row %d has %d values, the first feature has %d".formatted(r, rows[r].length, points));
      }
      for (int p = 0; p < points; p++) {
        if (!Double.isFinite(rows[r][p])) {
          throw new IllegalArgumentException(
              "value " + rows[r][p] + " at point " + p + " is not finite");
        }
        flat[r * points + p] = rows[r][p];
      }
    }
    return flat;
  }

  /** Returns m, the number of points. */
  public int points() {
    return points;
  }

  /** Returns d, the number of features of a point. */
  public int features() {
    return featureNames.size();
  }

  /** Returns the number of targets of a point. */
  public int targets() {
    return targetNames.size();
  }

  /** Returns the name of each feature. */
  public List<String> featureNames() {
    return featureNames;
  }

  /** Returns the name of each target. */
  public List<String> targetNames() {
    return targetNames;
  }

  /** Returns one feature of one point. */
  public double feature(int feature, int point) {
    return x[feature * points + point];
  }

  /** Returns one target of one point. */
  public double target(int target, int point) {
    return y[target * points + point];
  }

  /**
   * Returns X (features x m), row by row: the array itself, for kernels to read and never to write.
   */
  public double[] featureValues() {
    return x;
  }

  /**
   * Returns Y (targets x m), row by row: the array itself, for kernels to read and never to write.
   */
  public double[] targetValues() {
    return y;
  }

  /**
   * Returns some of the points, in the order asked for.
   *
   * @param chosen at least one point, from 0
   * @throws IllegalArgumentException if none is chosen
   */
  public Dataset select(int... chosen) {
    if (chosen.length == 0) {
      throw new IllegalArgumentException("a data set needs a point");
    }
    return new Dataset(
        featureNames,
        targetNames,
        chosen.length,
        select(x, features(), chosen),
        select(y, targets(), chosen));
  }

  private double[] select(double[] matrix, int rows, int[] chosen) {
    double[] selected = new double[rows * chosen.length];
    for (int r = 0; r < rows; r++) {
      for (int p = 0; p < chosen.length; p++) {
        selected[r * chosen.length + p] = matrix[r * points + chosen[p]];
      }
    }
    return selected;
  }

  /**
   * Returns the SHA-256 of the values, as 64 hex digits: of the counts of features, targets and
   * points as big-endian ints, then the bits of X and Y as big-endian longs. Names do not count.
   */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = hash();
      sha256 = known;
    }
    return known;
  }

  private String hash() {
    ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES);
    bytes.putInt(features()).putInt(targets()).putInt(points);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.array());
      for (double[] values : List.of(x, y)) {
        ByteBuffer bits = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
        bits.asDoubleBuffer().put(values);
        digest.update(bits);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
