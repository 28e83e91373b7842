package org.etascope.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** Returns the map that scales a column. */
  abstract Affine fit(double[] column);

  /**
   * Returns the data with each feature and each target scaled on its own.
   *
   * @param data in original units
   * @throws IllegalArgumentException if a column cannot be scaled: all its values are equal, or its
   *     spread overflows or vanishes in doubles
   */
  public ScaledData apply(Dataset data) {
    return ScaledData.of(
        data,
        maps(data.featureNames(), data.featureValues(), data.points()),
        maps(data.targetNames(), data.targetValues(), data.points()));
  }

  private List<Affine> maps(List<String> names, double[] values, int points) {
    List<Affine> maps = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      maps.add(map(names.get(row), Arrays.copyOfRange(values, row * points, (row + 1) * points)));
    }
    return maps;
  }

  private Affine map(String name, double[] column) {
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
    return map;
  }
}
