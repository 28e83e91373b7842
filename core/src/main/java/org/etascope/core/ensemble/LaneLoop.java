package org.etascope.core.ensemble;

/**
 * One loop y = g(z, y) over ranges of two arrays, a vector at a time. A function that takes more
 * than some fifty vector operations is a sequence of these.
 *
 * <p>That is for the compiler's sake. It stops inlining the Vector API after about that many
 * operations in one compiled method, and a vector that meets a call goes to the heap, at several
 * times the cost of computing it. So each loop has to stay a method of its own: {@link #run} calls
 * three or more kinds from one place, which the compiler does not inline.
 */
interface LaneLoop {
  /**
   * Writes y[at + i] = g(z[from + i], y[at + i]).
   *
   * @param z what is only read
   * @param from the first element of z
   * @param y what is read and written; may be z, where a loop reads one of the two
   * @param at the first element of y
   * @param count how many elements, a multiple of {@link Lanes#COUNT}
   */
  void apply(double[] z, int from, double[] y, int at, int count);

  /** Applies loops, at least three, one after the other. */
  static void run(LaneLoop[] loops, double[] z, int from, double[] y, int at, int count) {
    for (LaneLoop loop : loops) {
      loop.apply(z, from, y, at, count);
    }
  }
}
