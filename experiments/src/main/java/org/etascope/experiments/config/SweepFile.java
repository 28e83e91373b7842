package org.etascope.experiments.config;

import java.util.List;
import java.util.Optional;
import org.etascope.core.data.Dataset;

/**
 * A config that was read, with the data it names.
 *
 * @param config what it says
 * @param data the rows used, in their original units, not scaled yet
 * @param validation the points of the validation file in the same units, if there is one
 * @param text its YAML, comments included, with the overrides in place
 * @param warnings what is allowed but probably not meant
 */
public record SweepFile(
    SweepConfig config,
    Dataset data,
    Optional<Dataset> validation,
    String text,
    List<ConfigProblem> warnings) {
  /** Copies the list. */
  public SweepFile {
    warnings = List.copyOf(warnings);
  }
}
