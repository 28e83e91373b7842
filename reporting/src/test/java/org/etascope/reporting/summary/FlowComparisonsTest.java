package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.reporting.LinearRuns;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;

final class FlowComparisonsTest {
  private static FlowComparisons comparisons(SharpnessSteps steps, List<SweepRun> runs) {
    Sweep sweep = Sweeps.with(steps, Sweeps.of(runs.toArray(SweepRun[]::new)));
    FlowComparisons.Recorder recorder = new FlowComparisons.Recorder(sweep, SweepSummary.of(sweep));
    runs.forEach(recorder::add);
    return recorder.comparisons();
  }

  @Test
  void theSmallestEtaThatRisesIsObservedWhateverTheOrderOfRuns() {
    List<SweepRun> runs =
        List.of(
            LinearRuns.run("0", 0.8, 7, 6),
            LinearRuns.run("1", 0.6, 7, 6),
            LinearRuns.run("2", 0.7, 7, 6),
            LinearRuns.run("3", 0.4, 8, 6));

    List<FlowComparison> flows = comparisons(new SharpnessSteps.Ends(), runs).all();

    assertEquals(List.of(7L, 8L), flows.stream().map(FlowComparison::seed).toList());
    assertEquals(OptionalDouble.of(0.6), flows.get(0).observed());
    assertEquals(OptionalDouble.empty(), flows.get(1).observed());
    assertEquals(0.5, flows.get(0).foretold().orElseThrow(), 1e-12);
    assertEquals(1.2, flows.get(0).ratio().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), flows.get(1).ratio());
    assertEquals(0.5, flows.get(0).prediction().orElseThrow().etaAtEnd().orElseThrow(), 1e-12);
  }

  @Test
  void theHorizonIsThatOfTheLargestEta() {
    List<SweepRun> runs = List.of(LinearRuns.run("0", 0.4, 0, 6), LinearRuns.run("1", 0.8, 0, 6));

    FlowPrediction prediction =
        comparisons(new SharpnessSteps.Ends(), runs).of(runs.get(0)).orElseThrow();

    assertEquals(0.8 * 6, prediction.flow().end());
    assertTrue(prediction.isComplete());
  }

  @Test
  void aFlowThatIsOutOfReachTellsNothingOfLargerEtas() {
    List<SweepRun> runs = List.of(LinearRuns.run("0", 1e9, 0, 6));

    FlowComparison flow = comparisons(new SharpnessSteps.Ends(), runs).all().get(0);

    assertEquals(OptionalDouble.of(1e9), flow.observed());
    assertFalse(flow.isComplete());
  }

  @Test
  void noFlowIsFollowedWithoutSharpness() {
    assertEquals(
        List.of(),
        comparisons(new SharpnessSteps.None(), List.of(LinearRuns.run("0", 0.4, 0, 6))).all());
  }

  @Test
  void aThousandFlowsAreFollowedAtMost() {
    List<SweepRun> runs =
        IntStream.range(0, FlowComparisons.MOST + 1)
            .mapToObj(k -> LinearRuns.run("" + k, 0.4, k, 1))
            .toList();
    SharpnessSteps ends = new SharpnessSteps.Ends();

    FlowComparisons all = comparisons(ends, runs.subList(0, FlowComparisons.MOST));
    FlowComparisons most = comparisons(ends, runs);

    assertTrue(all.complete());
    assertFalse(most.complete());
    assertEquals(FlowComparisons.MOST, most.all().size());
    assertTrue(most.of(runs.get(FlowComparisons.MOST)).isEmpty());
  }
}
