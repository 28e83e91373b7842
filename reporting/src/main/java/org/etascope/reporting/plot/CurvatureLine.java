package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Eta times a curvature of the loss along one run, thinned.
 *
 * @param stretches of columns with a value each: the smallest and the largest value of each column,
 *     in the order in which they come
 */
record CurvatureLine(List<List<CurvatureLine.Point>> stretches) {
  /** Copies the list. */
  CurvatureLine {
    stretches = stretches.stream().map(List::copyOf).toList();
  }

  /** A value at a step. */
  record Point(int step, double value) {}

  /**
   * Thins the values of a run.
   *
   * @param points by ascending step, empty where there is no value
   * @param thinning of their places in the list
   */
  static CurvatureLine of(List<Optional<Point>> points, Thinning thinning) {
    List<List<Point>> stretches = new ArrayList<>();
    boolean open = false;
    for (int column = 0; column < thinning.columns(); column++) {
      List<Point> extremes =
          extremes(points, thinning.firstStep(column), thinning.lastStep(column));
      if (!extremes.isEmpty() && !open) {
        stretches.add(new ArrayList<>());
      }
      open = !extremes.isEmpty();
      if (open) {
        stretches.get(stretches.size() - 1).addAll(extremes);
      }
    }
    return new CurvatureLine(stretches);
  }

  private static List<Point> extremes(List<Optional<Point>> all, int first, int last) {
    List<Point> points =
        all.subList(Math.min(first, all.size()), Math.min(last + 1, all.size())).stream()
            .flatMap(Optional::stream)
            .toList();
    if (points.size() <= 2) {
      return points;
    }
    Point least = points.get(0);
    Point most = points.get(0);
    for (Point point : points) {
      least = point.value() < least.value() ? point : least;
      most = point.value() > most.value() ? point : most;
    }
    if (least.equals(most)) {
      return List.of(least);
    }
    return least.step() < most.step() ? List.of(least, most) : List.of(most, least);
  }

  /** Returns all points, in order. */
  List<Point> points() {
    return stretches.stream().flatMap(List::stream).toList();
  }
}
