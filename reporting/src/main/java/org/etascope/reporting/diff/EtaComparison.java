package org.etascope.reporting.diff;

import java.util.ArrayList;
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
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/**
 * The etas of one sweep against each other.
 *
 * @param level the loss that runs are timed to, if there is one
 * @param etas ascending
 * @param runsLeftOut how many runs have no part in changes of verdicts, because they come after the
 *     first {@value #MOST_COMPARED} or so
 */
public record EtaComparison(Optional<LossLevel> level, List<ComparedEta> etas, long runsLeftOut) {
  /** How many runs have a part in changes of verdicts at most. */
  static final long MOST_COMPARED = 1 << 27;

  /** Copies the list. */
  public EtaComparison {
    etas = List.copyOf(etas);
  }

  /** Gathers the runs of a sweep, in as many passes as its medians take. */
  public static final class Recorder {
    private final List<EtaSummary> etas;
    private final Optional<LossLevel> level;
    private final Optional<StepsToLevel.Recorder> steps;
    private final Map<Double, Integer> places = new HashMap<>();
    private final List<Verdicts> verdicts = new ArrayList<>();
    private final PairedLosses losses;
    private final long mostConditions;
    private long runsLeftOut;
    private boolean firstPass = true;

    /** Makes a recorder for the runs of the sweep that a summary is of. */
    public Recorder(SweepSummary summary) {
      this(summary, MOST_COMPARED);
    }

    Recorder(SweepSummary summary, long mostCompared) {
      etas = summary.etas();
      level = LossLevel.of(summary);
      steps = level.map(known -> new StepsToLevel.Recorder(known.loss(), etas.size()));
      losses = new PairedLosses(etas.size());
      mostConditions = mostCompared / Math.max(1, etas.size());
      for (EtaSummary eta : etas) {
        places.put(eta.eta(), places.size());
        verdicts.add(new Verdicts());
      }
    }

    /** Of one eta, under which conditions its runs were trained, and under which they descended. */
    private static final class Verdicts {
      private final BitSet trained = new BitSet();
      private final BitSet monotone = new BitSet();
    }

    /** Takes the next run of a pass. */
    public void add(SweepRun run) {
      Integer place = places.get(run.eta());
      if (place == null || !(run.result().outcome() instanceof Trained trained)) {
        return;
      }
      if (steps.isPresent()) {
        steps.get().add(place, trained.losses());
      }
      if (firstPass) {
        addVerdict(verdicts.get(place), run);
        losses.add(place, run, trained);
      }
    }

    private void addVerdict(Verdicts eta, SweepRun run) {
      if (run.conditions() < mostConditions) {
        eta.trained.set(run.conditions());
        eta.monotone.set(run.conditions(), run.fate() == Fate.MONOTONE);
      } else {
        runsLeftOut++;
      }
    }

    /** Ends a pass over all runs; returns whether it was the last. */
    public boolean endPass() {
      firstPass = false;
      return steps.map(StepsToLevel.Recorder::endPass).orElse(true);
    }

    /** Returns the comparison. */
    public EtaComparison comparison() {
      Changes changes = changes();
      return new EtaComparison(
          level,
          IntStream.range(0, etas.size())
              .mapToObj(
                  k ->
                      new ComparedEta(
                          etas.get(k),
                          steps.flatMap(known -> known.steps(k)),
                          Optional.ofNullable(changes.verdicts().get(k)),
                          Optional.ofNullable(changes.losses().get(k))))
              .toList(),
          runsLeftOut);
    }

    /** The changes from each eta's lower neighbour, by the place of the larger one. */
    private record Changes(
        Map<Integer, VerdictChanges> verdicts, Map<Integer, LossChanges> losses) {
      /** Returns these with p-values adjusted for all of them, of both kinds. */
      Changes adjusted() {
        Iterator<Double> adjusted =
            FateTests.holm(
                    Stream.concat(
                            verdicts.values().stream().map(VerdictChanges::p),
                            losses.values().stream().map(LossChanges::p))
                        .toList())
                .iterator();
        Map<Integer, VerdictChanges> adjustedVerdicts = new TreeMap<>(verdicts);
        adjustedVerdicts.replaceAll((place, change) -> change.with(adjusted.next()));
        Map<Integer, LossChanges> adjustedLosses = new TreeMap<>(losses);
        adjustedLosses.replaceAll((place, change) -> change.with(adjusted.next()));
        return new Changes(adjustedVerdicts, adjustedLosses);
      }
    }

    private Changes changes() {
      Changes unadjusted = new Changes(new TreeMap<>(), new TreeMap<>());
      for (int k = 1; k < etas.size(); k++) {
        int place = k;
        VerdictChanges change = change(verdicts.get(k - 1), verdicts.get(k));
        if (change.pairs() > 0) {
          unadjusted.verdicts().put(place, change);
        }
        losses.changes(k - 1, k).ifPresent(rise -> unadjusted.losses().put(place, rise));
      }
      return unadjusted.adjusted();
    }

    private static VerdictChanges change(Verdicts smaller, Verdicts larger) {
      BitSet pairs = both(smaller.trained, larger.trained);
      BitSet before = both(pairs, smaller.monotone);
      BitSet after = both(pairs, larger.monotone);
      int throughout = both(before, after).cardinality();
      int stopped = before.cardinality() - throughout;
      int began = after.cardinality() - throughout;
      return new VerdictChanges(
          pairs.cardinality(), stopped, began, FateTests.mcNemar(stopped, began));
    }

    private static BitSet both(BitSet first, BitSet second) {
      BitSet both = (BitSet) first.clone();
      both.and(second);
      return both;
    }
  }
}
