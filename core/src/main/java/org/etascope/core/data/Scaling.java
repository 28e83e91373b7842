package org.etascope.core.data;

import java.util.Arrays;

/** How a column of data is scaled before training, over the points in use. */
public enum Scaling {
  /** Values as they are. */
  NONE {
    @Override
    double[] scaled(double[] column) {
      return column;
    }
  },

  /** (x - mean) / sd, with the population deviation sd = sqrt(sum (x - mean)^2 / m). */
  STANDARD {
    @Override
    double[] scaled(double[] column) {
      double sum = 0;
      for (double x : column) {
        sum += x;
      }
      double mean = sum / column.length;
      double squares = 0;
      for (double x : column) {
        squares += (x - mean) * (x - mean);
      }
      return affine(column, mean, Math.sqrt(squares / column.length));
    }
  },

  /** (x - min) / (max - min), so that the column spans [0, 1]. */
  MINMAX {
    @Override
    double[] scaled(double[] column) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (double x : column) {
        min = Math.min(min, x);
        max = Math.max(max, x);
      }
      return affine(column, min, max - min);
    }
  };

  /**
   * Returns the data with each feature and each target scaled on its own.
   *
   * @throws IllegalArgumentException if a column cannot be scaled because all its values are equal
   */
  public Dataset apply(Dataset data) {
    double[][] features = new double[data.features()][];
    for (int j = 0; j < features.length; j++) {
      features[j] = column(data, data.featureValues(), j, data.featureNames().get(j));
    }
    double[][] targets = new double[data.targets()][];
    for (int o = 0; o < targets.length; o++) {
      targets[o] = column(data, data.targetValues(), o, data.targetNames().get(o));
    }
    return Dataset.of(data.featureNames(), data.targetNames(), features, targets);
  }

  private double[] column(Dataset data, double[] values, int row, String name) {
    double[] column = new double[data.points()];
    System.arraycopy(values, row * data.points(), column, 0, column.length);
    double first = column[0];
    if (this != NONE && Arrays.stream(column).allMatch(value -> value == first)) {
      throw new IllegalArgumentException(
          "column '%s' is %s on every point, so it has no spread to scale by"
              .formatted(name, first));
    }
    double[] scaled = scaled(column);
    if (!Arrays.stream(scaled).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "column '%s' has too large a spread to be scaled in doubles".formatted(name));
    }
    return scaled;
  }

  abstract double[] scaled(double[] column);

  private static double[] affine(double[] column, double centre, double width) {
    double[] scaled = new double[column.length];
    for (int p = 0; p < column.length; p++) {
      scaled[p] = (column[p] - centre) / width;
    }
    return scaled;
  }
}
