package org.etascope.reporting.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.FateCounts;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/** Compares the shares of monotone runs, cell by cell. */
final class CellCounts {
  private final Map<Cell, Changes> changes = new LinkedHashMap<>();

  private record Cell(double eta, String neurons, List<String> settings) {
    static Cell of(SweepRun run) {
      return new Cell(run.eta(), run.neurons(), run.settings());
    }

    static Cell of(CellSummary cell) {
      return new Cell(cell.eta(), cell.neurons(), cell.settings());
    }
  }

  /** Seeds of a cell that both sweeps trained. */
  private static final class Changes {
    private int both;
    private int onlyFirst;
    private int onlySecond;
  }

  /** A cell of both sweeps, before adjustment. */
  private record Compared(
      Cell cell, Proportion first, Proportion second, boolean paired, double p) {}

  void add(RunPair pair) {
    if (pair.first().fate() == Fate.FAILED || pair.second().fate() == Fate.FAILED) {
      return;
    }
    boolean first = pair.first().fate() == Fate.MONOTONE;
    boolean second = pair.second().fate() == Fate.MONOTONE;
    Changes cell = changes.computeIfAbsent(Cell.of(pair.first()), c -> new Changes());
    cell.both++;
    cell.onlyFirst += first && !second ? 1 : 0;
    cell.onlySecond += second && !first ? 1 : 0;
  }

  /** Returns the cells whose shares differ, with p-values adjusted over all cells of both. */
  List<CellDiff> differences(SweepSummary first, SweepSummary second) {
    Map<Cell, FateCounts> others = new LinkedHashMap<>();
    second.cells().forEach(cell -> others.put(Cell.of(cell), cell.outcomes().fates()));
    List<Compared> compared =
        first.cells().stream()
            .filter(cell -> others.containsKey(Cell.of(cell)))
            .flatMap(
                cell ->
                    compared(
                        Cell.of(cell),
                        cell.outcomes().fates(),
                        others.getOrDefault(Cell.of(cell), cell.outcomes().fates()))
                        .stream())
            .toList();
    List<Double> adjusted = FateTests.holm(compared.stream().map(Compared::p).toList());
    return IntStream.range(0, compared.size())
        .filter(k -> compared.get(k).first().fraction() != compared.get(k).second().fraction())
        .mapToObj(k -> difference(compared.get(k), adjusted.get(k)))
        .toList();
  }

  private Optional<Compared> compared(Cell cell, FateCounts first, FateCounts second) {
    return first.monotone().flatMap(a -> second.monotone().map(b -> compared(cell, a, b)));
  }

  private Compared compared(Cell cell, Proportion first, Proportion second) {
    Changes seeds = changes.getOrDefault(cell, new Changes());
    boolean paired = seeds.both == first.trials() && seeds.both == second.trials();
    double p =
        paired
            ? FateTests.mcNemar(seeds.onlyFirst, seeds.onlySecond)
            : FateTests.fisher(
                (int) first.successes(),
                (int) first.trials(),
                (int) second.successes(),
                (int) second.trials());
    return new Compared(cell, first, second, paired, p);
  }

  private static CellDiff difference(Compared compared, double p) {
    Cell cell = compared.cell();
    return new CellDiff(
        cell.eta(),
        cell.neurons(),
        cell.settings(),
        compared.first(),
        compared.second(),
        compared.paired(),
        p);
  }
}
