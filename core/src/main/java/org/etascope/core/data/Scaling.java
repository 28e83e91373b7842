package org.etascope.core.data;

import java.util.Arrays;

/** How a column of data is scaled before training, over the points in use. */
public enum Scaling {
  /** Values as they are. */
  NONE {
    @Override
    Affine fit(double[] column) {
      return new Affine(0, 1);
    }
  },

  /** (x - mean) / sd, with the population deviation sd = sqrt(sum (x - mean)^2 / m). */
  STANDARD {
    @Override
    Affine fit(double[] column) {
      double sum = 0;
      for (double x : column) {
        sum += x;
      }
      double mean = sum / column.length;
      double squares = 0;
      for (double x : column) {
        squares += (x - mean) * (x - mean);
      }
      return new Affine(mean, Math.sqrt(squares / column.length));
    }
  },

  /** (x - min) / (max - min), so that the column spans [0, 1]. */
  MINMAX {
    @Override
    Affine fit(double[] column) {
      double min = Arrays.stream(column).min().orElseThrow();
      double max = Arrays.stream(column).max().orElseThrow();
      return new Affine(min, max - min);
    }
  };

  /** The map x -> (x - centre) / width. */
  record Affine(double centre, double width) {
    double apply(double x) {
      return (x - centre) / width;
    }
  }

  /** Returns the map that scales a column. */
  abstract Affine fit(double[] column);

  /**
   * Returns the data with each feature and each target scaled on its own.
   *
   * @throws IllegalArgumentException if a column cannot be scaled: all its values are equal, or its
   *     spread overflows or vanishes in doubles
   */
  public Dataset apply(Dataset data) {
    double[][] features = new double[data.features()][];
    for (int j = 0; j < features.length; j++) {
      features[j] = scaled(data, data.featureValues(), j, data.featureNames().get(j));
    }
    double[][] targets = new double[data.targets()][];
    for (int o = 0; o < targets.length; o++) {
      targets[o] = scaled(data, data.targetValues(), o, data.targetNames().get(o));
    }
    return Dataset.of(data.featureNames(), data.targetNames(), features, targets);
  }

  private double[] scaled(Dataset data, double[] values, int row, String name) {
    int start = row * data.points();
    double[] column = Arrays.copyOfRange(values, start, start + data.points());
    double first = column[0];
    if (this != NONE && Arrays.stream(column).allMatch(x -> x == first)) {
      throw new IllegalArgumentException(
          "column '%s' is %s on every point, so it has no spread to scale by"
              .formatted(name, first));
    }
    Affine map = fit(column);
    if (!(map.width() > 0 && map.width() <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "column '%s' has a spread that doubles cannot hold: %s".formatted(name, map.width()));
    }
    return Arrays.stream(column).map(map::apply).toArray();
  }
}
