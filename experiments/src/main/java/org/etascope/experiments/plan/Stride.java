package org.etascope.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.etascope.experiments.config.Axis;

/**
 * How an axis runs through a plan.
 *
 * @param length for how many runs it keeps a value, from 1
 * @param size how many values it has, from 1
 */
record Stride(int length, int size) {
  /** Of an axis that is not there: the same for every run. */
  static final Stride NONE = new Stride(1, 1);

  /**
   * Returns the stride of each axis.
   *
   * @param axes with at most 2^31 - 1 choices in all, the last one fastest
   */
  static List<Stride> of(List<Axis> axes) {
    List<Stride> strides = new ArrayList<>();
    int length = 1;
    for (int k = axes.size() - 1; k >= 0; k--) {
      int size = Math.toIntExact(axes.get(k).size());
      strides.add(new Stride(length, size));
      length *= size;
    }
    Collections.reverse(strides);
    return List.copyOf(strides);
  }

  /** Returns which of its values a run has, from 0. */
  int index(int ordinal) {
    return ordinal / length % size;
  }

  /**
   * Returns a number, from 0, that a run shares with those that differ from it on this axis alone.
   */
  int others(int ordinal) {
    return ordinal / length / size * length + ordinal % length;
  }
}
