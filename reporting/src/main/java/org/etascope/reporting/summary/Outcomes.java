package org.etascope.reporting.summary;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;

/**
 * What came of a group of runs.
 *
 * @param fates how many met each fate
 * @param verdicts how many have each kind of verdict
 * @param finalLosses over the runs that were trained, if any was
 * @param validationLosses last validation losses over the runs that have any
 * @param increases over the runs whose loss rose, if any did
 */
public record Outcomes(
    FateCounts fates,
    VerdictCounts verdicts,
    Optional<FinalLosses> finalLosses,
    Optional<FinalLosses> validationLosses,
    Optional<FirstIncreases> increases) {

  /** Gathers the runs of a group, in as many passes as its medians take. */
  static final class Recorder {
    private static final Comparator<LossIncrease> EARLIEST_THEN_LARGEST =
        Comparator.comparingInt(LossIncrease::step)
            .thenComparing(Comparator.comparingDouble(LossIncrease::relative).reversed());

    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final VerdictCounts.Recorder verdicts = new VerdictCounts.Recorder();
    private final FinalLosses.Recorder finalLosses;
    private final FinalLosses.Recorder validationLosses;
    private final MedianSearch firstSteps;
    private Optional<LossIncrease> earliest = Optional.empty();
    private double largestRelative;
    private long byCurvature;
    private long byKink;

    Recorder(MedianMemory memory) {
      finalLosses = new FinalLosses.Recorder(memory);
      validationLosses = new FinalLosses.Recorder(memory);
      firstSteps = new MedianSearch(memory);
    }

    /** Takes the next run of the first pass. */
    void add(RunResult run) {
      fates.merge(run.fate(), 1L, Long::sum);
      verdicts.add(run.outcome());
      if (run.outcome() instanceof Trained trained) {
        trained.diagnosis().first().ifPresent(first -> add(trained.diagnosis(), first));
        addToMedians(trained);
      }
    }

    private void add(Diagnosis diagnosis, LossIncrease first) {
      if (earliest.isEmpty() || EARLIEST_THEN_LARGEST.compare(earliest.get(), first) > 0) {
        earliest = Optional.of(first);
      }
      byCurvature += Failure.CURVATURE.happened(diagnosis) ? 1 : 0;
      byKink += Failure.KINK.happened(diagnosis) ? 1 : 0;
      largestRelative =
          Math.max(largestRelative, diagnosis.maxRelativeIncrease().orElse(first.relative()));
    }

    /** Takes the next run of any pass but the first. */
    void addAgain(RunResult run) {
      if (run.outcome() instanceof Trained trained) {
        addToMedians(trained);
      }
    }

    private void addToMedians(Trained trained) {
      finalLosses.add(trained.losses().last());
      trained.validation().ifPresent(curve -> validationLosses.add(curve.last()));
      trained.diagnosis().first().ifPresent(first -> firstSteps.add(first.step()));
    }

    /** Ends a pass over all runs. */
    void endPass() {
      finalLosses.endPass();
      validationLosses.endPass();
      firstSteps.endPass();
    }

    /** Returns whether no other pass is needed. */
    boolean isComplete() {
      return finalLosses.isComplete() && validationLosses.isComplete() && firstSteps.isFound();
    }

    FateCounts fates() {
      return new FateCounts(fates);
    }

    Outcomes outcomes() {
      return new Outcomes(
          fates(),
          verdicts.counts(),
          finalLosses.losses(),
          validationLosses.losses(),
          earliest.map(
              increase ->
                  new FirstIncreases(
                      firstSteps.total(),
                      byCurvature,
                      byKink,
                      increase,
                      firstSteps.median(),
                      largestRelative)));
    }
  }
}
