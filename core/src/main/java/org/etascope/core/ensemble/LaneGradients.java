package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.load;
import static org.etascope.core.ensemble.Lanes.set;

import jdk.incubator.vector.DoubleVector;

/**
 * The gradients of the runs in all lanes, at the step before and at this one, and what verdicts ask
 * of them: |g|^2 and inner products, each added up in index order.
 */
final class LaneGradients {
  /** dL/dtheta: P registers each. */
  private double[] before;

  private double[] now;

  /** |g|^2: a register each. */
  private double[] squaresBefore = Lanes.registers(1);

  private double[] squares = Lanes.registers(1);
  private final double[] largestSquares = Lanes.registers(1);

  /** The inner product of the two gradients: a register. */
  private final double[] dot = Lanes.registers(1);

  /**
   * Makes room for gradients.
   *
   * @param parameters P, from 1
   */
  LaneGradients(int parameters) {
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
    product(now, now, squares);
    set(largestSquares, 0, get(largestSquares, 0).max(get(squares, 0)));
  }

  /** Computes the inner product of each run's gradients. */
  void multiply() {
    product(before, now, dot);
  }

  /**
   * result = (a_0 b_0 + a_1 b_1) + ... A sum that began with a constant, or were returned, would be
   * an object in memory at every step.
   */
  private static void product(double[] a, double[] b, double[] result) {
    DoubleVector sum = load(a, 0).mul(load(b, 0));
    for (int p = Lanes.COUNT; p < a.length; p += Lanes.COUNT) {
      sum = sum.add(load(a, p).mul(load(b, p)));
    }
    set(result, 0, sum);
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
