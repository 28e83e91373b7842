package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.etascope.core.run.RunSpec;

/**
 * What the runs of a sweep say together.
 *
 * @param first what determined the first finished run, if there is one; but for what is swept, it
 *     stands for all
 * @param features what any of them has that others lack
 * @param fates of all finished runs
 * @param etas over each learning rate, ascending; of more than {@value #MOST_ETAS}, those that come
 *     first in plan order
 * @param runsOfOtherEtas finished runs of an eta that is not among them
 * @param cells over each cell, ascending in eta and in plan order within; none where there are more
 *     than {@value #MOST_CELLS}
 * @param tooManyCells whether there are
 * @param flagged the runs that a reader should look at
 * @param steps which runs have their steps listed
 * @param expectations judged, in the order of the sweep
 */
public record SweepSummary(
    Optional<RunSpec> first,
    Features features,
    FateCounts fates,
    List<EtaSummary> etas,
    long runsOfOtherEtas,
    List<CellSummary> cells,
    boolean tooManyCells,
    FlaggedRuns flagged,
    StepListing steps,
    List<ExpectationResult> expectations) {
  /** How many etas are told apart at most. */
  public static final int MOST_ETAS = 100_000;

  /** How many cells are told apart at most. */
  public static final int MOST_CELLS = 100_000;

  private static final long NUMBERS_IN_MEMORY = 1 << 22;

  /** Copies the lists. */
  public SweepSummary {
    etas = List.copyOf(etas);
    cells = List.copyOf(cells);
    expectations = List.copyOf(expectations);
  }

  /**
   * Reads the runs of a sweep, again where their medians take it; keeps a bounded part of them in
   * memory.
   */
  public static SweepSummary of(Sweep sweep) {
    Recorder recorder = new Recorder(sweep);
    sweep.runs().inParts(part -> part, recorder::add);
    while (!recorder.endPass()) {
      sweep.runs().forEach(recorder::addAgain);
    }
    return recorder.summary();
  }

  private record Cell(String neurons, List<String> settings) {
    static Cell of(SweepRun run) {
      return new Cell(run.neurons(), run.settings());
    }
  }

  /** An eta and its cells, in plan order. */
  private static final class Group {
    private final Outcomes.Recorder pooled;
    private final Map<Cell, Outcomes.Recorder> cells = new LinkedHashMap<>();

    Group(MedianMemory memory) {
      pooled = new Outcomes.Recorder(memory);
    }

    Stream<CellSummary> summaries(double eta) {
      return cells.entrySet().stream()
          .map(
              cell ->
                  new CellSummary(
                      eta,
                      cell.getKey().neurons(),
                      cell.getKey().settings(),
                      cell.getValue().outcomes()));
    }
  }

  private static final class Recorder {
    private final MedianMemory memoryOfEtas = new MedianMemory(NUMBERS_IN_MEMORY);
    private final MedianMemory memoryOfCells = new MedianMemory(NUMBERS_IN_MEMORY);
    private final SortedMap<Double, Group> etas = new TreeMap<>();
    private final List<SweepRun> flagged = new ArrayList<>();
    private final StepListing.Recorder steps;
    private final List<ExpectationJudge> judges;
    private long flaggedTotal;
    private int cells;
    private FateCounts others = FateCounts.NONE;
    private Optional<SweepRun> previous = Optional.empty();
    private List<Outcomes.Recorder> groups = List.of();
    private Optional<RunSpec> first = Optional.empty();
    private Features features = Features.NONE;

    Recorder(Sweep sweep) {
      steps = new StepListing.Recorder(sweep.steps());
      judges =
          sweep.expectations().stream()
              .map(
                  expectation ->
                      new ExpectationJudge(
                          expectation,
                          sweep.extraAxes(),
                          sweep.planned().applyAsLong(expectation.where())))
              .toList();
    }

    /** Takes the next runs of the first pass. */
    void add(List<SweepRun> runs) {
      for (SweepRun run : runs) {
        if (first.isEmpty()) {
          first = Optional.of(run.result().spec());
        }
        features = features.and(run.result().spec());
        count(run);
        steps.add(run);
        for (ExpectationJudge judge : judges) {
          judge.add(run);
        }
        if (run.flagged()) {
          flag(run);
        }
      }
    }

    private void count(SweepRun run) {
      List<Outcomes.Recorder> counted = groups(run);
      for (Outcomes.Recorder group : counted) {
        group.add(run.result());
      }
      if (counted.isEmpty()) {
        others = others.plus(new FateCounts(Map.of(run.fate(), 1L)));
      }
    }

    private void flag(SweepRun run) {
      flaggedTotal++;
      if (flagged.size() < FlaggedRuns.SHOWN) {
        flagged.add(run);
      }
    }

    /** Takes the next run of any pass but the first. */
    void addAgain(SweepRun run) {
      for (Outcomes.Recorder group : groups(run)) {
        group.addAgain(run.result());
      }
    }

    /** Returns the groups of a run; those of a cell mostly follow one another. */
    private List<Outcomes.Recorder> groups(SweepRun run) {
      if (previous.filter(run::isInCellOf).isEmpty()) {
        groups = find(run);
        previous = Optional.of(run);
      }
      return groups;
    }

    /** Returns the eta of a run and its cell, as far as they are told apart. */
    private List<Outcomes.Recorder> find(SweepRun run) {
      Group eta = etas.get(run.eta());
      if (eta == null) {
        if (etas.size() == MOST_ETAS) {
          return List.of();
        }
        eta = new Group(memoryOfEtas);
        etas.put(run.eta(), eta);
      }
      Outcomes.Recorder pooled = eta.pooled;
      Optional<Outcomes.Recorder> cell =
          cells <= MOST_CELLS ? cell(eta, Cell.of(run)) : Optional.empty();
      return cell.map(known -> List.of(pooled, known)).orElseGet(() -> List.of(pooled));
    }

    /** Returns a cell; where it is one too many, none is left. */
    private Optional<Outcomes.Recorder> cell(Group eta, Cell key) {
      Outcomes.Recorder cell = eta.cells.get(key);
      if (cell == null) {
        cells++;
        if (cells > MOST_CELLS) {
          etas.values().forEach(group -> group.cells.clear());
          return Optional.empty();
        }
        cell = new Outcomes.Recorder(memoryOfCells);
        eta.cells.put(key, cell);
      }
      return Optional.of(cell);
    }

    /** Ends a pass over all runs; returns whether it was the last. */
    boolean endPass() {
      List<Outcomes.Recorder> groups =
          etas.values().stream()
              .flatMap(eta -> Stream.concat(Stream.of(eta.pooled), eta.cells.values().stream()))
              .toList();
      groups.forEach(Outcomes.Recorder::endPass);
      return groups.stream().allMatch(Outcomes.Recorder::isComplete);
    }

    SweepSummary summary() {
      return new SweepSummary(
          first,
          features,
          etas.values().stream().map(eta -> eta.pooled.fates()).reduce(others, FateCounts::plus),
          etas.entrySet().stream()
              .map(eta -> new EtaSummary(eta.getKey(), eta.getValue().pooled.outcomes()))
              .toList(),
          others.runs(),
          etas.entrySet().stream().flatMap(eta -> eta.getValue().summaries(eta.getKey())).toList(),
          cells > MOST_CELLS,
          new FlaggedRuns(flagged, flaggedTotal),
          steps.listing(),
          judges.stream().map(ExpectationJudge::result).toList());
    }
  }
}
