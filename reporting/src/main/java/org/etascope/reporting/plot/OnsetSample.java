package org.etascope.reporting.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.CumulativeIncidence;
import org.etascope.reporting.summary.Onset;

/** By which step how many of the runs of one eta had risen, and how many had died. */
final class OnsetSample {
  private final List<CumulativeIncidence.Recorder> recorders =
      Stream.of(Onset.values()).map(CumulativeIncidence.Recorder::new).toList();
  private long runs;
  private int lastStep;

  void add(Trained run) {
    runs++;
    lastStep = Math.max(lastStep, run.losses().steps() - 1);
    for (CumulativeIncidence.Recorder recorder : recorders) {
      recorder.add(run);
    }
  }

  /** Returns how many runs there are. */
  long runs() {
    return runs;
  }

  /** Returns the last step of the longest of them. */
  int lastStep() {
    return lastStep;
  }

  /** Returns the shares of runs, in the order of {@link Onset}; none without a run. */
  List<CumulativeIncidence> incidences() {
    return recorders.stream()
        .map(CumulativeIncidence.Recorder::incidence)
        .flatMap(Optional::stream)
        .toList();
  }
}
