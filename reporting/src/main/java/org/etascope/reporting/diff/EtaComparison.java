package org.etascope.reporting.diff;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.LossLevel;
import org.etascope.reporting.summary.StepsToLevel;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/**
 * The etas of one sweep against each other.
 *
 * @param level the loss that runs are timed to, if there is one
 * @param etas ascending
 */
public record EtaComparison(Optional<LossLevel> level, List<ComparedEta> etas) {
  /** Copies the list. */
  public EtaComparison {
    etas = List.copyOf(etas);
  }

  /** Compares the etas of a sweep; reads its runs once and keeps a few bits of each. */
  public static EtaComparison of(Sweep sweep, SweepSummary summary) {
    Optional<LossLevel> level = LossLevel.of(summary);
    Recorder recorder = new Recorder(summary.etas(), level);
    try (Stream<SweepRun> runs = sweep.runs().get()) {
      runs.forEachOrdered(recorder::add);
    }
    return new EtaComparison(level, recorder.compared());
  }

  private record Conditions(String neurons, List<String> settings, long seed) {}

  /** At which etas the runs of the same conditions were trained, and at which they descended. */
  private static final class Verdicts {
    private final BitSet trained = new BitSet();
    private final BitSet monotone = new BitSet();
  }

  private static final class Recorder {
    private final List<EtaSummary> etas;
    private final Optional<LossLevel> level;
    private final Map<Double, Integer> places = new HashMap<>();
    private final Map<Integer, StepsToLevel.Recorder> steps = new TreeMap<>();
    private final Map<Conditions, Verdicts> verdicts = new HashMap<>();

    Recorder(List<EtaSummary> etas, Optional<LossLevel> level) {
      this.etas = etas;
      this.level = level;
      etas.forEach(eta -> places.put(eta.eta(), places.size()));
    }

    void add(SweepRun run) {
      if (!(run.result().outcome() instanceof Trained trained)) {
        return;
      }
      Integer place = places.get(run.eta());
      if (place == null) {
        throw new IllegalArgumentException("the summary is of other runs: eta " + run.eta());
      }
      level.ifPresent(
          known ->
              steps
                  .computeIfAbsent(place, k -> new StepsToLevel.Recorder(known.loss()))
                  .add(trained.losses()));
      Verdicts same =
          verdicts.computeIfAbsent(
              new Conditions(run.neurons(), run.settings(), run.seed()), c -> new Verdicts());
      same.trained.set(place);
      same.monotone.set(place, run.fate() == Fate.MONOTONE);
    }

    List<ComparedEta> compared() {
      Map<Integer, VerdictChanges> changes = changes();
      return IntStream.range(0, etas.size())
          .mapToObj(
              k ->
                  new ComparedEta(
                      etas.get(k),
                      Optional.ofNullable(steps.get(k)).map(StepsToLevel.Recorder::steps),
                      Optional.ofNullable(changes.get(k))))
          .toList();
    }

    /** Returns the changes from each eta's lower neighbour, by the place of the larger one. */
    private Map<Integer, VerdictChanges> changes() {
      Map<Integer, VerdictChanges> unadjusted = new TreeMap<>();
      for (int k = 1; k < etas.size(); k++) {
        VerdictChanges change = change(k);
        if (change.pairs() > 0) {
          unadjusted.put(k, change);
        }
      }
      Iterator<Double> adjusted =
          FateTests.holm(unadjusted.values().stream().map(VerdictChanges::p).toList()).iterator();
      unadjusted.replaceAll((place, change) -> change.with(adjusted.next()));
      return unadjusted;
    }

    private VerdictChanges change(int larger) {
      int pairs = 0;
      int stopped = 0;
      int began = 0;
      for (Verdicts same : verdicts.values()) {
        if (same.trained.get(larger - 1) && same.trained.get(larger)) {
          boolean before = same.monotone.get(larger - 1);
          boolean after = same.monotone.get(larger);
          pairs++;
          stopped += before && !after ? 1 : 0;
          began += after && !before ? 1 : 0;
        }
      }
      return new VerdictChanges(pairs, stopped, began, FateTests.mcNemar(stopped, began));
    }
  }
}
