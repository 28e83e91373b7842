package org.etascope.reporting.plot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.CumulativeIncidence;
import org.etascope.reporting.summary.Onset;

/** By which step how many of the runs of one eta had risen, and how many had died. */
final class OnsetSample {
  private final Map<Onset, CumulativeIncidence.Recorder> recorders = new EnumMap<>(Onset.class);
  private long runs;

  OnsetSample() {
    for (Onset onset : Onset.values()) {
      recorders.put(onset, new CumulativeIncidence.Recorder(onset));
    }
  }

  void add(Trained run) {
    runs++;
    recorders.values().forEach(recorder -> recorder.add(run));
  }

  /** Returns how many runs there are. */
  long runs() {
    return runs;
  }

  /** Returns the shares of runs, in the order of {@link Onset}; none without a run. */
  List<CumulativeIncidence> incidences() {
    return recorders.values().stream()
        .map(CumulativeIncidence.Recorder::incidence)
        .flatMap(Optional::stream)
        .toList();
  }
}
