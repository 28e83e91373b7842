package org.etascope.reporting.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis of equal slots, one for each value, in order.
 *
 * @param labels of the slots
 * @param start where the first slot begins, in pixels
 * @param length of all slots together, in pixels; negative where the axis leads upwards
 */
record OrdinalAxis(List<String> labels, double start, double length) {
  /** Returns the width of a slot, in pixels, from 0. */
  double slot() {
    return Math.abs(length) / labels.size();
  }

  /** Returns the middle of a slot. */
  double centre(int index) {
    return start + length * (index + 0.5) / labels.size();
  }

  /**
   * Returns the slots whose labels are written, so that none meets the next.
   *
   * @param room that a label takes along the axis, in pixels
   */
  List<Integer> labelled(double room) {
    int every = Math.max(1, (int) Math.ceil(room / slot()));
    return IntStream.range(0, labels.size()).filter(index -> index % every == 0).boxed().toList();
  }

  /** Returns the width of the widest label, in pixels. */
  double widestLabel() {
    return labels.stream()
        .mapToDouble(label -> TextWidth.of(label, Panel.TICK_SIZE))
        .max()
        .orElse(0);
  }
}
