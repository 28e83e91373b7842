package org.etascope.reporting.summary;

import java.util.Set;

/**
 * A choice among runs. An empty set does not restrict.
 *
 * @param etas learning rates to match
 * @param neurons hidden widths to match, written as in {@link SweepRun#neurons()}
 * @param seeds seeds to match
 */
public record Selection(Set<Double> etas, Set<String> neurons, Set<Long> seeds) {
  /** Matches every run. */
  public static final Selection EVERYTHING = new Selection(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Selection {
    etas = Set.copyOf(etas);
    neurons = Set.copyOf(neurons);
    seeds = Set.copyOf(seeds);
  }

  /** Returns whether a run with these values is chosen. */
  public boolean matches(double eta, String hidden, long seed) {
    return allows(etas, eta) && allows(neurons, hidden) && allows(seeds, seed);
  }

  private static <T> boolean allows(Set<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }
}
