package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.run.RunResult.Trained;

/**
 * The critical etas of one choice on every axis but eta and seed.
 *
 * @param neurons the hidden widths, as in {@link SweepRun#neurons()}
 * @param settings values of the other swept axes, in the order of {@link Sweep#extraAxes()}
 * @param steps T of its training, from 1: the horizon that its critical etas hold for
 * @param etas how many etas it was tried at, from 1
 * @param critical over its seeds, of which there is one at least
 */
public record CombinationEtas(
    String neurons, List<String> settings, int steps, int etas, CriticalEtas critical) {
  /** Copies the settings. */
  public CombinationEtas {
    settings = List.copyOf(settings);
  }

  /** Returns the quantile over its seeds for a way of failing. */
  public CriticalEtaQuantile quantile(Failure failure) {
    CriticalEtaQuantile quantile = critical.quantiles().get(failure);
    if (quantile == null) {
      throw new IllegalStateException("a combination has seeds, and a quantile for each failure");
    }
    return quantile;
  }

  /** Gathers the runs of a sweep. Its size is bounded, however many there are. */
  public static final class Recorder {
    private static final int MOST_SEEDS = 1 << 17;
    private static final int MOST_FLAGS = 1 << 27;

    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private Optional<SweepRun> previous = Optional.empty();
    private Optional<Group> group = Optional.empty();

    private record Key(String neurons, List<String> settings) {}

    private static final class Group {
      private final CriticalEtas.Recorder seeds;
      private int etas;
      private int steps;

      Group(int mostSeeds) {
        seeds = new CriticalEtas.Recorder(mostSeeds);
      }
    }

    /**
     * Makes a recorder for the runs of the sweep that a summary is of; it takes none where there
     * are too many cells.
     */
    public Recorder(SweepSummary summary) {
      List<Key> keys =
          summary.cells().stream().map(cell -> new Key(cell.neurons(), cell.settings())).toList();
      int seeds = Math.min(MOST_SEEDS, MOST_FLAGS / Math.max(1, summary.etas().size()));
      int mostSeeds = Math.max(1, seeds / (int) Math.max(1, keys.stream().distinct().count()));
      for (Key key : keys) {
        groups.computeIfAbsent(key, unknown -> new Group(mostSeeds)).etas++;
      }
    }

    /** Takes the next run of the sweep, in plan order. */
    public void add(SweepRun run) {
      if (previous.filter(run::isInCellOf).isEmpty()) {
        group = Optional.ofNullable(groups.get(new Key(run.neurons(), run.settings())));
        previous = Optional.of(run);
      }
      if (group.isPresent() && run.result().outcome() instanceof Trained trained) {
        group.get().steps = run.result().spec().training().steps();
        group.get().seeds.add(run.eta(), run.seed(), trained.diagnosis());
      }
    }

    /** Returns the combinations of which a run was trained, in plan order. */
    public List<CombinationEtas> combinations() {
      List<CombinationEtas> combinations = new ArrayList<>();
      groups.forEach(
          (key, group) -> {
            CriticalEtas critical = group.seeds.etas();
            if (!critical.quantiles().isEmpty()) {
              combinations.add(
                  new CombinationEtas(
                      key.neurons(), key.settings(), group.steps, group.etas, critical));
            }
          });
      return combinations;
    }
  }
}
