package org.etascope.experiments.engine;

/** Whoever tells the user how far a sweep is. */
public interface Progress extends AutoCloseable {
  /** Somebody who tells nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void start(String sweep, long runs) {}

        @Override
        public void advance(long runs) {}

        @Override
        public void close() {}
      };

  /**
   * Training begins.
   *
   * @param sweep the sweep's name
   * @param runs how many runs are to be trained
   */
  void start(String sweep, long runs);

  /** More runs are stored. */
  void advance(long runs);

  /** Training ended, finished or not. */
  @Override
  void close();
}
