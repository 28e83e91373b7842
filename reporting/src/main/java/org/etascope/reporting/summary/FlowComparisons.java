package org.etascope.reporting.summary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.etascope.core.diagnosis.GradientFlow;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Schedule;

/**
 * What gradient flows foretell of the runs of plain gradient descent at a constant eta, one flow
 * for all runs that differ in eta alone.
 *
 * @param byConditions the comparisons by the {@link SweepRun#conditions()} of their runs, at most
 *     {@value #MOST}
 * @param complete whether there are no more runs that a flow could be compared with
 */
public record FlowComparisons(SortedMap<Integer, FlowComparison> byConditions, boolean complete) {
  /** How many flows are followed at most. */
  public static final int MOST = 200;

  /** How many times the sharpness is computed along a flow. */
  private static final int SAMPLES = 64;

  /** Copies the map. */
  public FlowComparisons {
    byConditions = Collections.unmodifiableSortedMap(new TreeMap<>(byConditions));
  }

  /** Reads the runs of a sweep, if their sharpness is asked for, and follows their flows. */
  public static FlowComparisons of(Sweep sweep, SweepSummary summary) {
    Recorder recorder = new Recorder(sweep, summary);
    if (recorder.wanted) {
      sweep.runs().forEach(recorder::add);
    }
    return recorder.comparisons();
  }

  /** Returns the comparisons in plan order. */
  public List<FlowComparison> all() {
    return List.copyOf(byConditions.values());
  }

  /** Returns what is foretold of a run; nothing of one that is not plain gradient descent. */
  public Optional<FlowPrediction> of(SweepRun run) {
    return isForetold(run)
        ? Optional.ofNullable(byConditions.get(run.conditions()))
            .flatMap(FlowComparison::prediction)
        : Optional.empty();
  }

  private static boolean isForetold(SweepRun run) {
    return run.result().outcome() instanceof Trained
        && run.result().spec().training().isGradientDescent()
        && run.result().spec().training().schedule() instanceof Schedule.Constant;
  }

  /** Gathers runs, the first in plan order, and follows the flows from where they began. */
  public static final class Recorder {
    private final boolean wanted;
    private final double largestEta;
    private final SortedMap<Integer, Observation> observations = new TreeMap<>();
    private boolean complete = true;

    /** Begins without a run of the sweep that a summary is of. */
    public Recorder(Sweep sweep, SweepSummary summary) {
      wanted = !(sweep.sharpness() instanceof SharpnessSteps.None);
      largestEta = summary.etas().stream().mapToDouble(EtaSummary::eta).max().orElse(0);
    }

    /** Takes the next run of the sweep. */
    public void add(SweepRun run) {
      if (!wanted || !isForetold(run)) {
        return;
      }
      Observation observation = observations.get(run.conditions());
      if (observation == null) {
        if (observations.size() == MOST) {
          complete = false;
          return;
        }
        observation = new Observation(run);
        observations.put(run.conditions(), observation);
      }
      observation.add(run);
    }

    /** Follows the flows, on as many threads as there are, and returns what they foretell. */
    public FlowComparisons comparisons() {
      SortedMap<Integer, FlowComparison> comparisons = new TreeMap<>();
      observations.entrySet().parallelStream()
          .map(entry -> Map.entry(entry.getKey(), entry.getValue().comparison(largestEta)))
          .toList()
          .forEach(entry -> comparisons.put(entry.getKey(), entry.getValue()));
      return new FlowComparisons(comparisons, complete);
    }
  }

  /** The runs that differ in eta alone. */
  private static final class Observation {
    private final SweepRun first;
    private double critical = Double.POSITIVE_INFINITY;

    Observation(SweepRun first) {
      this.first = first;
    }

    void add(SweepRun run) {
      if (run.result().outcome() instanceof Trained trained
          && trained.diagnosis().curvatureIncreases() > 0) {
        critical = Math.min(critical, run.eta());
      }
    }

    /** Follows the flow to tau = largest eta x T. */
    FlowComparison comparison(double largestEta) {
      RunSpec spec = first.result().spec();
      int steps = spec.training().steps();
      double horizon = Math.min(Double.MAX_VALUE, largestEta * steps);
      Parameters initial =
          spec.initialization().parameters(spec.architecture(), new NumpyRandom(spec.seed()));
      return new FlowComparison(
          first.neurons(),
          first.settings(),
          first.seed(),
          critical < Double.POSITIVE_INFINITY
              ? OptionalDouble.of(critical)
              : OptionalDouble.empty(),
          GradientFlow.of(spec.data(), initial, spec.training().loss(), horizon, SAMPLES)
              .map(flow -> new FlowPrediction(flow, horizon, steps)));
    }
  }
}
