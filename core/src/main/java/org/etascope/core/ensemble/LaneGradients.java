package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.ZERO;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import jdk.incubator.vector.DoubleVector;

/**
 * The gradients of the runs in all lanes, at the step before and at this one, and what verdicts ask
 * of them: |g|^2 and inner products, each added up in index order.
 */
final class LaneGradients {
  private final int parameters;

  /** dL/dtheta: P registers each. */
  private double[] before;

  private double[] now;

  /** |g|^2: a register each. */
  private double[] squaresBefore = Lanes.registers(1);

  private double[] squares = Lanes.registers(1);
  private final double[] largestSquares = Lanes.registers(1);

  /** The inner product of the two gradients: a register. */
  private final double[] dot = Lanes.registers(1);

  LaneGradients(int parameters) {
    this.parameters = parameters;
    this.before = Lanes.registers(parameters);
    this.now = Lanes.registers(parameters);
  }

  /** Begins a run in a lane, with nothing remembered of another. */
  void begin(int lane) {
    largestSquares[lane] = 0;
  }

  /** What was now is before; the gradient of this step is to be filled in. */
  void turn() {
    double[] spare = before;
    before = now;
    now = spare;
    double[] spareSquares = squaresBefore;
    squaresBefore = squares;
    squares = spareSquares;
  }

  /** Takes note of the gradient that was filled in. */
  void note() {
    DoubleVector sum = product(now, now);
    set(squares, 0, sum);
    set(largestSquares, 0, get(largestSquares, 0).max(sum));
  }

  /** Computes the inner product of each run's gradients. */
  void multiply() {
    set(dot, 0, product(before, now));
  }

  private DoubleVector product(double[] a, double[] b) {
    DoubleVector sum = ZERO;
    for (int k = 0; k < parameters; k++) {
      sum = sum.add(get(a, k).mul(get(b, k)));
    }
    return sum;
  }

  /** Returns the gradients of the step before: P registers. */
  double[] before() {
    return before;
  }

  /** Returns the gradients of this step: P registers, the array itself. */
  double[] now() {
    return now;
  }

  /** Returns |g|^2 of the run in a lane at the step before. */
  double squaresBefore(int lane) {
    return squaresBefore[lane];
  }

  /** Returns |g|^2 of the run in a lane. */
  double squares(int lane) {
    return squares[lane];
  }

  /** Returns the largest |g|^2 that the run in a lane has seen. */
  double largestSquares(int lane) {
    return largestSquares[lane];
  }

  /** Returns the inner product of the two gradients of the run in a lane. */
  double dot(int lane) {
    return dot[lane];
  }
}
