package org.etascope.reporting.summary;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.etascope.core.data.ScaledData;

/**
 * A sweep as its report sees it.
 *
 * @param name its name, untrusted text
 * @param description what it is about, untrusted text of any number of lines
 * @param data the points, in their original units and as they are trained on
 * @param extraAxes names of the swept axes other than eta, neurons and seed
 * @param planned how many runs of the plan a selection matches, done or not
 * @param traces which runs have their trace written
 * @param expectations what its author expects
 * @param provenance what the report is made from
 * @param runs streams the finished runs in plan order, those that failed among them; may be called
 *     any number of times, and the caller closes the stream
 */
public record Sweep(
    String name,
    String description,
    ScaledData data,
    List<String> extraAxes,
    ToLongFunction<Selection> planned,
    TraceSelection traces,
    List<Expectation> expectations,
    Provenance provenance,
    Supplier<Stream<SweepRun>> runs) {
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
