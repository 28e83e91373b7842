package org.etascope.core.ensemble;

import java.util.List;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Tensor;
import org.etascope.core.run.RunSpec;

/**
 * How runs of one network begin. Seeding a generator takes as long as ten steps of a small network,
 * so that the uniform ones are drawn for many runs at once.
 */
final class InitialParameters {
  private final List<RunSpec> runs;
  private final Architecture architecture;
  private final List<Tensor> weights;
  private final UniformStreams streams = new UniformStreams();
  private final long[] seeds = new long[UniformStreams.COUNT];

  /** P numbers of each run drawn last; number k of the run of stream s at {@code k COUNT + s}. */
  private final double[] drawn;

  private int firstDrawn;
  private int drawnEnd;

  /**
   * Makes a source.
   *
   * @param runs at least one
   */
  InitialParameters(List<RunSpec> runs) {
    this.runs = runs;
    this.architecture = runs.get(0).architecture();
    this.weights = architecture.weights();
    this.drawn = new double[architecture.parameterCount() * UniformStreams.COUNT];
  }

  /**
   * Puts the parameters at step 0 of a run into its lane.
   *
   * @param place its place among the runs, not below that of an earlier call
   * @param theta receives them, P registers
   */
  void put(int place, double[] theta, int lane) {
    RunSpec run = runs.get(place);
    if (run.initialization() == Initialization.UNIFORM) {
      if (place >= drawnEnd) {
        draw(place);
      }
      putDrawn(place - firstDrawn, theta, lane);
    } else {
      Lanes.put(run.initialization().parameters(architecture, run.seed()).values(), theta, lane);
    }
  }

  private void putDrawn(int stream, double[] theta, int lane) {
    int from = stream;
    for (int to = lane; to < theta.length; to += Lanes.COUNT) {
      theta[to] = drawn[from];
      from += UniformStreams.COUNT;
    }
  }

  private void draw(int first) {
    firstDrawn = first;
    drawnEnd = first + UniformStreams.COUNT;
    for (int place = first; place < Math.min(drawnEnd, runs.size()); place++) {
      seeds[place - first] = runs.get(place).seed();
    }
    streams.seed(seeds);
    for (Tensor w : weights) {
      for (int k = w.offset(); k < w.offset() + w.size(); k++) {
        streams.draw(drawn, k * UniformStreams.COUNT);
      }
    }
  }
}
