package org.etascope.core.ensemble;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Tensor;
import org.etascope.core.run.RunSpec;

/**
 * How runs of one network begin. Seeding a generator takes as long as ten steps of a small network,
 * so that the uniform ones are drawn for many runs at once.
 */
final class InitialParameters {
  private final List<RunSpec> runs;
  private final Architecture architecture;
  private final UniformStreams streams = new UniformStreams();
  private final double[] numbers = new double[UniformStreams.COUNT];
  private List<Parameters> drawn = List.of();
  private int firstDrawn;

  /**
   * Makes a source.
   *
   * @param runs at least one
   */
  InitialParameters(List<RunSpec> runs) {
    this.runs = runs;
    this.architecture = runs.get(0).architecture();
  }

  /**
   * Returns the parameters at step 0 of a run.
   *
   * @param place its place among the runs, not below that of an earlier call
   */
  Parameters of(int place) {
    RunSpec run = runs.get(place);
    if (run.initialization() != Initialization.UNIFORM) {
      return run.initialization().parameters(architecture, run.seed());
    }
    if (place >= firstDrawn + drawn.size()) {
      draw(place);
    }
    return drawn.get(place - firstDrawn);
  }

  private void draw(int first) {
    long[] seeds = new long[UniformStreams.COUNT];
    for (int k = 0; k < seeds.length && first + k < runs.size(); k++) {
      seeds[k] = runs.get(first + k).seed();
    }
    streams.seed(seeds);
    firstDrawn = first;
    drawn =
        Stream.generate(() -> Parameters.zeros(architecture)).limit(UniformStreams.COUNT).toList();
    for (Tensor w : architecture.weights()) {
      for (int k = w.offset(); k < w.offset() + w.size(); k++) {
        streams.draw(numbers);
        for (int stream = 0; stream < numbers.length; stream++) {
          drawn.get(stream).values()[k] = numbers[stream];
        }
      }
    }
  }
}
