package org.etascope.reporting.summary;

/** How many numbers the searches for some medians may keep among them. */
final class MedianMemory {
  private final long most;
  private long taken;

  /**
   * Makes room.
   *
   * @param most numbers that fit, at least {@link MedianSearch#MOST_KEPT}, so that one search at a
   *     time can always go on
   */
  MedianMemory(long most) {
    this.most = most;
  }

  /** Takes room for so many numbers, if it is there. */
  boolean take(long numbers) {
    if (taken + numbers > most) {
      return false;
    }
    taken += numbers;
    return true;
  }

  void giveBack(long numbers) {
    taken -= numbers;
  }
}
