package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.core.diagnosis.TraceDiagnosis;

/**
 * Eta times the path curvature of one run, thinned.
 *
 * @param stretches of columns with a value each: the smallest and the largest value of each column,
 *     in the order in which they come
 */
record CurvatureLine(List<List<CurvatureLine.Point>> stretches) {
  /** Copies the list. */
  CurvatureLine {
    stretches = stretches.stream().map(List::copyOf).toList();
  }

  /** A value at the step that an update led to. */
  record Point(int step, double etaKappa) {}

  static CurvatureLine of(TraceDiagnosis run, Thinning thinning) {
    List<List<Point>> stretches = new ArrayList<>();
    boolean open = false;
    for (int column = 0; column < thinning.columns(); column++) {
      List<Point> points =
          extremes(run.steps(), thinning.firstStep(column), thinning.lastStep(column));
      if (!points.isEmpty() && !open) {
        stretches.add(new ArrayList<>());
      }
      open = !points.isEmpty();
      if (open) {
        stretches.get(stretches.size() - 1).addAll(points);
      }
    }
    return new CurvatureLine(stretches);
  }

  private static List<Point> extremes(List<StepDiagnostics> steps, int first, int last) {
    List<Point> points = new ArrayList<>();
    for (int step = first; step <= Math.min(last, steps.size() - 1); step++) {
      OptionalDouble value = etaKappa(steps.get(step));
      if (value.isPresent()) {
        points.add(new Point(step, value.getAsDouble()));
      }
    }
    if (points.size() <= 2) {
      return points;
    }
    Point least = points.get(0);
    Point most = points.get(0);
    for (Point point : points) {
      least = point.etaKappa() < least.etaKappa() ? point : least;
      most = point.etaKappa() > most.etaKappa() ? point : most;
    }
    if (least.equals(most)) {
      return List.of(least);
    }
    return least.step() < most.step() ? List.of(least, most) : List.of(most, least);
  }

  private static OptionalDouble etaKappa(StepDiagnostics step) {
    return step.pathCurvature().isPresent()
        ? OptionalDouble.of(step.pathCurvature().get().etaKappa())
        : OptionalDouble.empty();
  }

  /** Returns all points, in order. */
  List<Point> points() {
    return stretches.stream().flatMap(List::stream).toList();
  }
}
