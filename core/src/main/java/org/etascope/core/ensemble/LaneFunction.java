package org.etascope.core.ensemble;

/**
 * A function and its slope over ranges of arrays: a sequence of loops over each block of elements,
 * which stays in the first-level cache. It has no state, so that threads may share it.
 */
final class LaneFunction {
  /** As many elements pass through all loops before the next: 4 KiB. */
  static final int BLOCK = 512;

  private final LaneLoop[] loops;

  /**
   * Makes a function.
   *
   * @param loops at least three. The compiler inlines what a call of one or two kinds leads to, but
   *     not of three; and it stops inlining methods that are not annotated for it, as the Vector
   *     API is, after some fifty vector operations in one compiled method. A vector that meets a
   *     call goes to the heap, at several times the cost of computing it, so that every loop has to
   *     stay a method of its own
   */
  LaneFunction(LaneLoop... loops) {
    this.loops = loops.clone();
  }

  /** Returns room for what loops tell each other about so many elements, or about more. */
  static double[] spare(int count) {
    return new double[Math.min(BLOCK, count)];
  }

  /**
   * Computes activations and slopes.
   *
   * @param z pre-activations; become slopes, if the last loop computes any
   * @param from the first element of z
   * @param a where the activations go; not z
   * @param at the first element of a
   * @param count how many elements, a multiple of {@link Lanes#COUNT}
   * @param spare room for as many
   */
  void apply(double[] z, int from, double[] a, int at, int count, double[] spare) {
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      for (LaneLoop loop : loops) {
        loop.apply(z, from + first, a, at + first, spare, size);
      }
    }
  }
}
