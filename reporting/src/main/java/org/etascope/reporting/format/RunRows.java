package org.etascope.reporting.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.Features;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;

/**
 * The rows of {@code runs.csv} and {@code steps.csv}. Parts of the runs are formatted on any number
 * of threads and written in plan order on one.
 */
final class RunRows {
  /** Rows of steps that a part has at most, to be held as text. */
  private static final long MOST_HELD_ROWS = 1 << 14;

  private final Sweep sweep;
  private final Features features;
  private final FlowComparisons flows;
  private final CsvTable<RunStep> stepTable;
  private final Writer runs;
  private final Writer steps;

  /** How many more runs have their steps listed; changed by one thread, a hint to the others. */
  private final AtomicLong unlisted;

  /**
   * Makes the rows of a sweep.
   *
   * @param flows what they foretell of its runs
   * @param runs where those of {@code runs.csv} are written
   * @param steps where those of {@code steps.csv} are written
   */
  RunRows(Sweep sweep, SweepSummary summary, FlowComparisons flows, Writer runs, Writer steps) {
    this.sweep = sweep;
    this.features = summary.features();
    this.flows = flows;
    this.stepTable = StepColumns.table(sweep.extraAxes(), features);
    this.runs = runs;
    this.steps = steps;
    this.unlisted = new AtomicLong(summary.steps().listed());
  }

  /**
   * A part of the runs as text.
   *
   * @param runs its runs
   * @param runRows its rows in {@code runs.csv}
   * @param listed its runs whose steps are asked for
   * @param stepRows their rows in {@code steps.csv}, unless they are too many to be held
   */
  record Part(
      List<SweepRun> runs, String runRows, List<MeasuredRun> listed, Optional<String> stepRows) {}

  void writeHeaders() throws IOException {
    runTable().writeHeader(runs);
    stepTable.writeHeader(steps);
  }

  /** Formats a part of the runs; for any thread. */
  Part format(List<SweepRun> part) {
    boolean full = unlisted.get() == 0;
    List<MeasuredRun> rows = new ArrayList<>();
    List<MeasuredRun> listed = new ArrayList<>();
    for (SweepRun run : part) {
      boolean isListed = !full && sweep.steps().runs().includes(run);
      MeasuredRun row = MeasuredRun.of(run, sharpness(isListed), flows.of(run));
      rows.add(row);
      if (isListed) {
        listed.add(row);
      }
    }
    return new Part(
        part,
        runTable().rows(rows.stream()),
        listed,
        rows(listed) <= MOST_HELD_ROWS
            ? Optional.of(stepTable.rows(steps(listed)))
            : Optional.empty());
  }

  /** Returns where the sharpness is computed: a run whose steps are not listed shows its ends. */
  private SharpnessSteps sharpness(boolean listed) {
    return listed || sweep.sharpness() instanceof SharpnessSteps.None
        ? sweep.sharpness()
        : new SharpnessSteps.Ends();
  }

  /** Writes a part; parts come in plan order, on one thread. */
  void write(Part part) {
    try {
      runs.write(part.runRows());
      int listed = (int) Math.min(part.listed().size(), unlisted.get());
      if (listed == part.listed().size() && part.stepRows().isPresent()) {
        steps.write(part.stepRows().get());
      } else {
        stepTable.writeRows(steps(part.listed().subList(0, listed)), steps);
      }
      unlisted.addAndGet(-listed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a table for one part, whose columns are for one thread. */
  private CsvTable<MeasuredRun> runTable() {
    return RunColumns.table(sweep.extraAxes(), features);
  }

  private Stream<RunStep> steps(List<MeasuredRun> listed) {
    return listed.stream().flatMap(row -> RunStep.of(row, sweep.traces().includes(row.run())));
  }

  private static long rows(List<MeasuredRun> listed) {
    return listed.stream()
        .map(row -> row.run().result().outcome())
        .filter(Trained.class::isInstance)
        .mapToLong(outcome -> ((Trained) outcome).losses().steps())
        .sum();
  }
}
