package org.etascope.reporting.diff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.etascope.reporting.summary.SweepRun;

/** Finds the runs of two sweeps that belong together, in one pass over both. */
final class RunPairs {
  private static final Comparator<SweepRun> PLAN_ORDER =
      Comparator.comparingInt(RunPairs::combination).thenComparingInt(RunPairs::probe);

  private final Map<Conditions, SweepRun> firstAlone = new HashMap<>();
  private final Map<Conditions, SweepRun> secondAlone = new HashMap<>();
  private final Consumer<RunPair> pairs;
  private long onlyFirst;
  private long onlySecond;

  /**
   * Makes a matcher.
   *
   * @param pairs is handed each pair
   */
  RunPairs(Consumer<RunPair> pairs) {
    this.pairs = pairs;
  }

  private record Conditions(double eta, String neurons, long seed, List<String> settings) {
    static Conditions of(SweepRun run) {
      return new Conditions(run.eta(), run.neurons(), run.seed(), run.settings());
    }
  }

  /** Pairs runs in any order; what is kept is only as much as the orders differ. */
  void match(Iterator<SweepRun> first, Iterator<SweepRun> second) {
    while (first.hasNext() || second.hasNext()) {
      if (first.hasNext()) {
        addFirst(first.next());
      }
      if (second.hasNext()) {
        addSecond(second.next());
      }
    }
    onlyFirst = firstAlone.size();
    onlySecond = secondAlone.size();
  }

  /** Pairs runs whose names are their places in one plan, both in its order; keeps none. */
  void matchInStep(Iterator<SweepRun> first, Iterator<SweepRun> second) {
    Optional<SweepRun> a = next(first);
    Optional<SweepRun> b = next(second);
    while (a.isPresent() && b.isPresent()) {
      int order = PLAN_ORDER.compare(a.get(), b.get());
      if (order == 0) {
        pairs.accept(new RunPair(a.get(), b.get()));
      } else if (order < 0) {
        onlyFirst++;
      } else {
        onlySecond++;
      }
      a = order <= 0 ? next(first) : a;
      b = order >= 0 ? next(second) : b;
    }
    for (; a.isPresent(); a = next(first)) {
      onlyFirst++;
    }
    for (; b.isPresent(); b = next(second)) {
      onlySecond++;
    }
  }

  private static Optional<SweepRun> next(Iterator<SweepRun> runs) {
    return runs.hasNext() ? Optional.of(runs.next()) : Optional.empty();
  }

  /** Returns the place in the plan of a run such as {@code 17}, or {@code 17.3} for a probe. */
  private static int combination(SweepRun run) {
    int point = run.name().indexOf('.');
    return Integer.parseInt(point < 0 ? run.name() : run.name().substring(0, point));
  }

  private static int probe(SweepRun run) {
    int point = run.name().indexOf('.');
    return point < 0 ? 0 : Integer.parseInt(run.name().substring(point + 1));
  }

  private void addFirst(SweepRun run) {
    SweepRun other = secondAlone.remove(Conditions.of(run));
    if (other == null) {
      firstAlone.put(Conditions.of(run), run);
    } else {
      pairs.accept(new RunPair(run, other));
    }
  }

  private void addSecond(SweepRun run) {
    SweepRun other = firstAlone.remove(Conditions.of(run));
    if (other == null) {
      secondAlone.put(Conditions.of(run), run);
    } else {
      pairs.accept(new RunPair(other, run));
    }
  }

  /** Returns how many runs of the first sweep found no other. */
  long onlyFirst() {
    return onlyFirst;
  }

  /** Returns how many runs of the second sweep found no other. */
  long onlySecond() {
    return onlySecond;
  }
}
