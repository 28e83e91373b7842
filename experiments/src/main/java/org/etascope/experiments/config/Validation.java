package org.etascope.experiments.config;

import java.nio.file.Path;

/** Where the points come from that are not trained on. */
public sealed interface Validation {
  /**
   * A share of the data, chosen by the seed of each run.
   *
   * @param share above 0 and below 1
   */
  record Fraction(double share) implements Validation {}

  /**
   * All rows of a CSV file, with the columns of the data.
   *
   * @param path as written, relative to the folder of the config
   */
  record File(Path path) implements Validation {}
}
