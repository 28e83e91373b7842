package org.etascope.reporting.diff;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/**
 * What two sweeps have different.
 *
 * @param compared runs that both have: same eta, neurons, seed and settings
 * @param onlyFirst runs that only the first has
 * @param onlySecond runs that only the second has
 * @param flipped how many of those compared met different fates
 * @param firstFlipped the first of them in plan order, at most {@value #SHOWN}
 * @param cells whose share of monotone runs differs, ascending in eta
 * @param sameSpec how many of those compared are of the same spec, and should be equal in every bit
 * @param bitsDiffer how many of these are not
 * @param firstDifference of the first of these
 */
public record SweepDiff(
    long compared,
    long onlyFirst,
    long onlySecond,
    long flipped,
    List<RunPair> firstFlipped,
    List<CellDiff> cells,
    long sameSpec,
    long bitsDiffer,
    Optional<BitDifference> firstDifference) {
  /** How many flipped runs are kept at most. */
  public static final int SHOWN = 20;

  /** Copies the lists. */
  public SweepDiff {
    firstFlipped = List.copyOf(firstFlipped);
    cells = List.copyOf(cells);
  }

  /** Returns whether there is no difference in what was run, fates, or bits of equal specs. */
  public boolean isEmpty() {
    return onlyFirst == 0 && onlySecond == 0 && flipped == 0 && bitsDiffer == 0;
  }

  /** Compares two sweeps; reads the runs of each several times. */
  public static SweepDiff of(Sweep first, Sweep second) {
    return of(first, second, RunPairs::match);
  }

  /**
   * Compares two sweeps of the same etas, networks, seeds and settings in the same order, in memory
   * that does not depend on how many runs either lacks; reads the runs of each twice.
   */
  public static SweepDiff inStep(Sweep first, Sweep second) {
    return of(first, second, RunPairs::matchInStep);
  }

  @FunctionalInterface
  private interface Pairing {
    void match(RunPairs pairs, Iterator<SweepRun> first, Iterator<SweepRun> second);
  }

  private static SweepDiff of(Sweep first, Sweep second, Pairing pairing) {
    Recorder recorder = new Recorder();
    RunPairs pairs = new RunPairs(recorder::add);
    try (Stream<SweepRun> a = first.runs().stream();
        Stream<SweepRun> b = second.runs().stream()) {
      pairing.match(pairs, a.iterator(), b.iterator());
    }
    return new SweepDiff(
        recorder.compared,
        pairs.onlyFirst(),
        pairs.onlySecond(),
        recorder.flipped,
        recorder.firstFlipped,
        recorder.cells.differences(SweepSummary.of(first), SweepSummary.of(second)),
        recorder.sameSpec,
        recorder.bitsDiffer,
        recorder.firstDifference);
  }

  private static final class Recorder {
    private final CellCounts cells = new CellCounts();
    private final List<RunPair> firstFlipped = new ArrayList<>();
    private Optional<BitDifference> firstDifference = Optional.empty();
    private long compared;
    private long flipped;
    private long sameSpec;
    private long bitsDiffer;

    void add(RunPair pair) {
      compared++;
      cells.add(pair);
      if (pair.flipped()) {
        flipped++;
        if (firstFlipped.size() < SHOWN) {
          firstFlipped.add(pair);
        }
      }
      if (pair.sameSpec()) {
        sameSpec++;
        Optional<BitDifference> difference = BitDifference.of(pair);
        bitsDiffer += difference.isPresent() ? 1 : 0;
        firstDifference = firstDifference.or(() -> difference);
      }
    }
  }
}
