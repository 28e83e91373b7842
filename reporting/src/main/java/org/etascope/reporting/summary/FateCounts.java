package org.etascope.reporting.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.run.Fate;

/**
 * How many runs met each fate.
 *
 * @param counts runs by fate, all fates present
 */
public record FateCounts(Map<Fate, Long> counts) {
  /** The counts of no run. */
  static final FateCounts NONE = new FateCounts(Map.of());

  /** Copies the map and adds the fates it lacks, as 0. */
  public FateCounts {
    Map<Fate, Long> complete = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      complete.put(fate, counts.getOrDefault(fate, 0L));
    }
    counts = Collections.unmodifiableMap(complete);
  }

  /** Returns how many runs met a fate. */
  public long of(Fate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  /** Returns the counts of these runs and others together. */
  public FateCounts plus(FateCounts others) {
    Map<Fate, Long> sum = new EnumMap<>(counts);
    others.counts.forEach((fate, count) -> sum.merge(fate, count, Long::sum));
    return new FateCounts(sum);
  }

  /** Returns how many runs there are. */
  public long runs() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many runs were trained, which is all but those that failed. */
  public long trained() {
    return runs() - of(Fate.FAILED);
  }

  /** Returns the share of monotone runs among those that were trained, if any was. */
  public Optional<Proportion> monotone() {
    return trained() == 0
        ? Optional.empty()
        : Optional.of(new Proportion(of(Fate.MONOTONE), trained()));
  }
}
