package org.etascope.reporting.diff;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.etascope.reporting.summary.SweepRun;

/**
 * Finds the runs of two sweeps that belong together, in one pass over both. What is kept is only as
 * much as their orders differ.
 */
final class RunPairs {
  private final Map<Conditions, SweepRun> firstAlone = new HashMap<>();
  private final Map<Conditions, SweepRun> secondAlone = new HashMap<>();
  private final Consumer<RunPair> pairs;

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

  void match(Iterator<SweepRun> first, Iterator<SweepRun> second) {
    while (first.hasNext() || second.hasNext()) {
      if (first.hasNext()) {
        addFirst(first.next());
      }
      if (second.hasNext()) {
        addSecond(second.next());
      }
    }
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
    return firstAlone.size();
  }

  /** Returns how many runs of the second sweep found no other. */
  long onlySecond() {
    return secondAlone.size();
  }
}
