package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;

/**
 * The loss of one run, thinned.
 *
 * @param vertices the smallest and the largest loss of each column, in the order in which they come
 * @param rise the first certified increase, if there is one
 */
record LossLine(List<Vertex> vertices, Optional<LossIncrease> rise) {
  /** Copies the list. */
  LossLine {
    vertices = List.copyOf(vertices);
  }

  static LossLine of(Trained run, Thinning thinning) {
    List<Vertex> vertices = new ArrayList<>();
    for (int column = 0; column < thinning.columns(); column++) {
      add(vertices, run.losses(), thinning.firstStep(column), thinning.lastStep(column));
    }
    return new LossLine(vertices, run.diagnosis().first());
  }

  private static void add(List<Vertex> vertices, LossCurve losses, int first, int last) {
    int end = Math.min(last, losses.steps() - 1);
    if (first > end) {
      return;
    }
    int least = first;
    int most = first;
    for (int step = first; step <= end; step++) {
      least = losses.at(step) < losses.at(least) ? step : least;
      most = losses.at(step) <= losses.at(most) ? most : step;
    }
    vertices.add(new Vertex(Math.min(least, most), losses.at(Math.min(least, most))));
    if (least != most) {
      vertices.add(new Vertex(Math.max(least, most), losses.at(Math.max(least, most))));
    }
  }
}
