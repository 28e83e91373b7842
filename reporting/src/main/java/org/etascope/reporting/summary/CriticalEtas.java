package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** The ways of failing, each known to a seed by its place. */
  private static final List<Failure> FAILURES = List.of(Failure.values());

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

      /** The smallest eta at which it fails in each way, infinite without one. */
      private final double[] failing = new double[FAILURES.size()];

      Seed() {
        Arrays.fill(failing, Double.POSITIVE_INFINITY);
      }
    }

    /** Adds a trained run. */
    public void add(double eta, long seed, Diagnosis run) {
      Seed known = seeds.get(seed);
      if (known == null) {
        if (seeds.size() == mostSeeds) {
          omitted++;
          return;
        }
        known = new Seed();
        seeds.put(seed, known);
      }
      known.tried.set(place(eta));
      for (int way = 0; way < FAILURES.size(); way++) {
        if (FAILURES.get(way).happened(run)) {
          known.failing[way] = Math.min(known.failing[way], eta);
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
        for (int k = 0; k < FAILURES.size(); k++) {
          int way = k;
          quantiles.put(
              FAILURES.get(way),
              CriticalEtaQuantile.of(
                  seeds.values().stream().map(seed -> critical(seed, seed.failing[way])).toList()));
        }
      }
      return new CriticalEtas(quantiles, omitted);
    }

    private CriticalEta critical(Seed seed, double high) {
      double low = 0;
      for (int k = seed.tried.nextSetBit(0); k >= 0; k = seed.tried.nextSetBit(k + 1)) {
        double eta = etas.get(k);
        low = eta < high ? Math.max(low, eta) : low;
      }
      return new CriticalEta(low, high);
    }
  }
}
