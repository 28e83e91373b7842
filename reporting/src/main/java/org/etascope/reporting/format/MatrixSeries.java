package org.etascope.reporting.format;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.etascope.core.training.Trace.Snapshot;

/**
 * One named matrix of a trace at every step.
 *
 * @param steps the matrix by step, at least one
 */
record MatrixSeries(List<Matrix> steps) {
  /** Returns the matrices that a function takes from each step. */
  static List<MatrixSeries> of(List<Snapshot> steps, Function<Snapshot, List<Matrix>> matrices) {
    List<List<Matrix>> byStep = steps.stream().map(matrices).toList();
    return IntStream.range(0, byStep.get(0).size())
        .mapToObj(k -> new MatrixSeries(byStep.stream().map(all -> all.get(k)).toList()))
        .toList();
  }

  /** Returns the name used in files, such as {@code dW0}. */
  String name() {
    return steps.get(0).name();
  }

  /** Returns how many rows there are. */
  int rows() {
    return steps.get(0).rows();
  }

  /** Returns how many columns there are. */
  int columns() {
    return steps.get(0).columns();
  }

  /** Returns one element at one step, all counting from 0. */
  double get(int step, int row, int column) {
    return steps.get(step).get(row, column);
  }
}
