package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.etascope.core.diagnosis.Diagnosis;

/**
 * At which eta the runs of some seeds fail, in each way, by the etas that they were trained at.
 *
 * <p>Where a seed fails at some eta and not at a larger one, the first failure counts. All of it
 * holds for the number of steps that the runs have: over more steps, more of them fail.
 *
 * @param quantiles over the seeds, by the way of failing, all ways present; empty without a seed
 * @param omitted how many runs were left out, because there were more seeds than may be
 */
public record CriticalEtas(Map<Failure, CriticalEtaQuantile> quantiles, long omitted) {
  /** How many seeds count at most, the first ones added. */
  static final int MAX_SEEDS = 100_000;

  /** Copies the map. */
  public CriticalEtas {
    quantiles = Map.copyOf(quantiles);
  }

  /**
   * Gathers the runs of a group that differ only in eta and seed, in any order; keeps a bit of each
   * and a few numbers of each seed.
   */
  public static final class Recorder {
    private final Map<Double, Integer> places = new HashMap<>();
    private final List<Double> etas = new ArrayList<>();
    private final Map<Long, Seed> seeds = new HashMap<>();
    private final int mostSeeds;
    private long omitted;

    /** Makes a recorder of {@value #MAX_SEEDS} seeds at most. */
    public Recorder() {
      this(MAX_SEEDS);
    }

    /**
     * Makes a recorder.
     *
     * @param mostSeeds how many seeds count at most, but never more than {@value #MAX_SEEDS}
     */
    Recorder(int mostSeeds) {
      this.mostSeeds = Math.min(MAX_SEEDS, mostSeeds);
    }

    /** What is known of one seed. */
    private static final class Seed {
      /** The places of the etas that it was trained at. */
      private final BitSet tried = new BitSet();

      /** The smallest eta at which it fails, in each way in which it does. */
      private final Map<Failure, Double> failing = new EnumMap<>(Failure.class);
    }

    /** Adds a trained run. */
    public void add(double eta, long seed, Diagnosis run) {
      if (seeds.size() == mostSeeds && !seeds.containsKey(seed)) {
        omitted++;
        return;
      }
      Seed known = seeds.computeIfAbsent(seed, s -> new Seed());
      known.tried.set(place(eta));
      for (Failure failure : Failure.values()) {
        if (failure.happened(run)) {
          known.failing.merge(failure, eta, Math::min);
        }
      }
    }

    private int place(double eta) {
      Integer known = places.putIfAbsent(eta, etas.size());
      if (known == null) {
        etas.add(eta);
      }
      return known == null ? etas.size() - 1 : known;
    }

    /** Returns what is known of the seeds of the runs added. */
    public CriticalEtas etas() {
      Map<Failure, CriticalEtaQuantile> quantiles = new EnumMap<>(Failure.class);
      if (!seeds.isEmpty()) {
        for (Failure failure : Failure.values()) {
          quantiles.put(
              failure,
              CriticalEtaQuantile.of(
                  seeds.values().stream().map(seed -> critical(seed, failure)).toList()));
        }
      }
      return new CriticalEtas(quantiles, omitted);
    }

    private CriticalEta critical(Seed seed, Failure failure) {
      double high = seed.failing.getOrDefault(failure, Double.POSITIVE_INFINITY);
      double low =
          seed.tried.stream().mapToDouble(etas::get).filter(eta -> eta < high).max().orElse(0);
      return new CriticalEta(low, high);
    }
  }
}
