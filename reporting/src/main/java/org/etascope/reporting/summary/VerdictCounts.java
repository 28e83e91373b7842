package org.etascope.reporting.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.etascope.core.run.RunResult.Outcome;
import org.etascope.core.run.RunResult.Trained;

/**
 * How many of the runs that were trained have each kind of verdict.
 *
 * @param counts runs by kind, all kinds present
 */
public record VerdictCounts(Map<VerdictKind, Long> counts) {
  /** Copies the map and adds the kinds it lacks, as 0. */
  public VerdictCounts {
    Map<VerdictKind, Long> complete = new EnumMap<>(VerdictKind.class);
    for (VerdictKind kind : VerdictKind.values()) {
      complete.put(kind, counts.getOrDefault(kind, 0L));
    }
    counts = Collections.unmodifiableMap(complete);
  }

  /** Returns how many runs have a verdict of a kind. */
  public long of(VerdictKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Counts runs one by one. */
  static final class Recorder {
    private final Map<VerdictKind, Long> counts = new EnumMap<>(VerdictKind.class);

    /** Takes the next run; one that failed has no verdict. */
    void add(Outcome outcome) {
      if (outcome instanceof Trained trained) {
        counts.merge(VerdictKind.of(trained.verdict()), 1L, Long::sum);
      }
    }

    VerdictCounts counts() {
      return new VerdictCounts(counts);
    }
  }
}
