package org.etascope.reporting.summary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A choice among runs. An empty set does not restrict.
 *
 * @param etas learning rates to match
 * @param neurons hidden widths to match, written as in {@link SweepRun#neurons()}
 * @param seeds seeds to match
 * @param settings for swept axes other than these, the values to match, by the axis's name
 */
public record Selection(
    Set<Double> etas, Set<String> neurons, Set<Long> seeds, Map<String, Set<String>> settings) {
  /** Matches every run. */
  public static final Selection EVERYTHING = new Selection(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Selection {
    etas = Set.copyOf(etas);
    neurons = Set.copyOf(neurons);
    seeds = Set.copyOf(seeds);
    settings = Map.copyOf(settings);
  }

  /** Makes a choice by eta, hidden widths and seed alone. */
  public Selection(Set<Double> etas, Set<String> neurons, Set<Long> seeds) {
    this(etas, neurons, seeds, Map.of());
  }

  /** Returns whether a run with these values is chosen. */
  public boolean matches(double eta, String hidden, long seed) {
    return allows(etas, eta) && allows(neurons, hidden) && allows(seeds, seed);
  }

  /**
   * Returns whether a run is chosen.
   *
   * @param extraAxes names of the axes that the run's settings belong to
   */
  public boolean matches(SweepRun run, List<String> extraAxes) {
    return matches(run.eta(), run.neurons(), run.seed())
        && IntStream.range(0, extraAxes.size())
            .allMatch(
                i ->
                    allows(
                        settings.getOrDefault(extraAxes.get(i), Set.of()), run.settings().get(i)));
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }
}
