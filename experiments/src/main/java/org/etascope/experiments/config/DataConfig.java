package org.etascope.experiments.config;

import java.nio.file.Path;
import java.util.List;
import org.etascope.core.data.Scaling;

/** The points a sweep is about, and how they are scaled. */
public sealed interface DataConfig {
  /** Returns how each column is scaled before training. */
  Scaling scale();

  /**
   * Points within the config.
   *
   * @param points one list per point, all of one length from 2: features, then the target; finite
   */
  record Inline(List<List<Double>> points, Scaling scale) implements DataConfig {
    /** Copies the lists. */
    public Inline {
      points = points.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Columns of a CSV file.
   *
   * @param path as written, relative to the folder of the config
   * @param features names of columns, at least one
   * @param targets names of columns, at least one
   * @param rows the rows used
   */
  record File(Path path, List<String> features, List<String> targets, Rows rows, Scaling scale)
      implements DataConfig {
    /** Copies the lists. */
    public File {
      features = List.copyOf(features);
      targets = List.copyOf(targets);
    }
  }
}
