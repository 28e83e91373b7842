package org.etascope.reporting.summary;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;

/**
 * What came of a group of runs.
 *
 * @param fates how many met each fate
 * @param finalLosses over the runs that were trained, if any was
 * @param validationLosses last validation losses over the runs that have any
 * @param increases over the runs whose loss rose, if any did
 */
public record Outcomes(
    FateCounts fates,
    Optional<FinalLosses> finalLosses,
    Optional<FinalLosses> validationLosses,
    Optional<FirstIncreases> increases) {

  /** Gathers the runs of a group; keeps two numbers of each. */
  static final class Recorder {
    private static final Comparator<LossIncrease> EARLIEST_THEN_LARGEST =
        Comparator.comparingInt(LossIncrease::step)
            .thenComparing(Comparator.comparingDouble(LossIncrease::relative).reversed());

    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final DoubleStream.Builder finalLosses = DoubleStream.builder();
    private final DoubleStream.Builder validationLosses = DoubleStream.builder();
    private final DoubleStream.Builder firstSteps = DoubleStream.builder();
    private Optional<LossIncrease> earliest = Optional.empty();
    private double largestRelative;

    void add(RunResult run) {
      fates.merge(run.fate(), 1L, Long::sum);
      if (run.outcome() instanceof Trained trained) {
        finalLosses.add(trained.losses().last());
        trained.validation().ifPresent(curve -> validationLosses.add(curve.last()));
        trained.diagnosis().first().ifPresent(first -> add(trained.diagnosis(), first));
      }
    }

    private void add(Diagnosis diagnosis, LossIncrease first) {
      firstSteps.add(first.step());
      earliest =
          earliest
              .filter(other -> EARLIEST_THEN_LARGEST.compare(other, first) <= 0)
              .or(() -> Optional.of(first));
      largestRelative =
          Math.max(largestRelative, diagnosis.maxRelativeIncrease().orElse(first.relative()));
    }

    Outcomes outcomes() {
      double[] steps = firstSteps.build().sorted().toArray();
      return new Outcomes(
          new FateCounts(fates),
          summary(finalLosses.build().toArray()),
          summary(validationLosses.build().toArray()),
          earliest.map(
              increase ->
                  new FirstIncreases(
                      steps.length, increase, Medians.ofSorted(steps), largestRelative)));
    }

    private static Optional<FinalLosses> summary(double[] losses) {
      return losses.length == 0 ? Optional.empty() : Optional.of(FinalLosses.of(losses));
    }
  }
}
