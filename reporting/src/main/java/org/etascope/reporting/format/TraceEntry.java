package org.etascope.reporting.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.training.Trace.Snapshot;
import org.etascope.reporting.summary.SweepRun;

/**
 * One number of a trace.
 *
 * @param run name of the run
 * @param step the step, from 0
 * @param matrix the matrix that holds it
 * @param row its row, from 0
 * @param column its column, from 0
 */
record TraceEntry(String run, int step, Matrix matrix, int row, int column) {
  /** Replays a run and returns its numbers: by step, then matrix, then row, then column. */
  static Stream<TraceEntry> of(SweepRun run) {
    List<Snapshot> steps = run.result().spec().trace().steps();
    return IntStream.range(0, steps.size())
        .boxed()
        .flatMap(
            step ->
                Matrix.all(steps.get(step)).flatMap(matrix -> entries(run.name(), step, matrix)));
  }

  private static Stream<TraceEntry> entries(String run, int step, Matrix matrix) {
    return IntStream.range(0, matrix.rows() * matrix.columns())
        .mapToObj(
            i -> new TraceEntry(run, step, matrix, i / matrix.columns(), i % matrix.columns()));
  }

  /** Returns the number. */
  double value() {
    return matrix.get(row, column);
  }
}
