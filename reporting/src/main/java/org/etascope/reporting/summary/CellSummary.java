package org.etascope.reporting.summary;

import java.util.List;

/**
 * One cell of the grid: all runs that differ only in seed.
 *
 * @param eta the learning rate
 * @param neurons the hidden widths, as in {@link SweepRun#neurons()}
 * @param settings values of the other swept axes, in the order of {@link Sweep#extraAxes()}
 * @param outcomes what came of its finished runs
 */
public record CellSummary(double eta, String neurons, List<String> settings, Outcomes outcomes) {
  /** Copies the settings. */
  public CellSummary {
    settings = List.copyOf(settings);
  }
}
