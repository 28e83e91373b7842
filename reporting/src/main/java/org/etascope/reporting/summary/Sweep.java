package org.etascope.reporting.summary;

import java.util.List;
import java.util.function.ToLongFunction;
import org.etascope.core.data.ScaledData;
import org.etascope.core.diagnosis.SharpnessSteps;

/**
 * A sweep as its report sees it.
 *
 * @param name its name, untrusted text
 * @param description what it is about, untrusted text of any number of lines
 * @param data the points, in their original units and as they are trained on
 * @param extraAxes names of the swept axes other than eta, neurons and seed
 * @param planned how many runs of the plan a selection matches, done or not
 * @param traces which runs have their trace written
 * @param steps which runs have their steps listed
 * @param sharpness at which steps of every run the sharpness is told
 * @param expectations what its author expects
 * @param provenance what the report is made from
 * @param runs the finished runs
 */
public record Sweep(
    String name,
    String description,
    ScaledData data,
    List<String> extraAxes,
    ToLongFunction<Selection> planned,
    TraceSelection traces,
    StepSelection steps,
    SharpnessSteps sharpness,
    List<Expectation> expectations,
    Provenance provenance,
    Runs runs) {
  /** Copies the lists. */
  public Sweep {
    extraAxes = List.copyOf(extraAxes);
    expectations = List.copyOf(expectations);
  }

  /** Returns how many runs the plan has. */
  public long plannedRuns() {
    return planned.applyAsLong(Selection.EVERYTHING);
  }
}
