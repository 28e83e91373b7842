package org.etascope.reporting.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param etas over each learning rate, ascending
 * @param cells over each cell, ascending in eta and in plan order within
 * @param flagged the runs that a reader should look at
 * @param expectations judged, in the order of the sweep
 */
public record SweepSummary(
    Optional<RunSpec> first,
    Features features,
    FateCounts fates,
    List<EtaSummary> etas,
    List<CellSummary> cells,
    FlaggedRuns flagged,
    List<ExpectationResult> expectations) {
  /** Copies the lists. */
  public SweepSummary {
    etas = List.copyOf(etas);
    cells = List.copyOf(cells);
    expectations = List.copyOf(expectations);
  }

  /** Reads the runs of a sweep once; keeps a few numbers of each. */
  public static SweepSummary of(Sweep sweep) {
    Recorder recorder = new Recorder(sweep);
    try (Stream<SweepRun> runs = sweep.runs().get()) {
      runs.forEachOrdered(recorder::add);
    }
    return recorder.summary();
  }

  private record Cell(String neurons, List<String> settings) {}

  private static final class Recorder {
    private final TreeMap<Double, Outcomes.Recorder> etas = new TreeMap<>();
    private final TreeMap<Double, Map<Cell, Outcomes.Recorder>> cells = new TreeMap<>();
    private final List<SweepRun> flagged = new ArrayList<>();
    private final List<ExpectationJudge> judges;
    private long flaggedTotal;
    private Optional<RunSpec> first = Optional.empty();
    private Features features = Features.NONE;

    Recorder(Sweep sweep) {
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

    void add(SweepRun run) {
      first = first.or(() -> Optional.of(run.result().spec()));
      features = features.and(run.result().spec());
      etas.computeIfAbsent(run.eta(), eta -> new Outcomes.Recorder()).add(run.result());
      cells
          .computeIfAbsent(run.eta(), eta -> new LinkedHashMap<>())
          .computeIfAbsent(new Cell(run.neurons(), run.settings()), cell -> new Outcomes.Recorder())
          .add(run.result());
      judges.forEach(judge -> judge.add(run));
      if (run.flagged()) {
        flaggedTotal++;
        if (flagged.size() < FlaggedRuns.SHOWN) {
          flagged.add(run);
        }
      }
    }

    SweepSummary summary() {
      List<EtaSummary> pooled =
          etas.entrySet().stream()
              .map(entry -> new EtaSummary(entry.getKey(), entry.getValue().outcomes()))
              .toList();
      return new SweepSummary(
          first,
          features,
          pooled.stream()
              .map(eta -> eta.outcomes().fates())
              .reduce(FateCounts.NONE, FateCounts::plus),
          pooled,
          cells.entrySet().stream()
              .flatMap(entry -> summaries(entry.getKey(), entry.getValue()))
              .toList(),
          new FlaggedRuns(flagged, flaggedTotal),
          judges.stream().map(ExpectationJudge::result).toList());
    }

    private static Stream<CellSummary> summaries(
        double eta, Map<Cell, Outcomes.Recorder> recorders) {
      return recorders.entrySet().stream()
          .map(
              entry ->
                  new CellSummary(
                      eta,
                      entry.getKey().neurons(),
                      entry.getKey().settings(),
                      entry.getValue().outcomes()));
    }
  }
}
