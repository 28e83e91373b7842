package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.training.Step;
import org.etascope.core.training.StepRecorder;

/**
 * The curvature of the loss along a run.
 *
 * @param samples by ascending step
 */
public record SharpnessCurve(List<Sample> samples) {
  /** Copies the list. */
  public SharpnessCurve {
    samples = List.copyOf(samples);
  }

  /**
   * One step of a run.
   *
   * @param step from 0
   * @param curvature at its parameters
   */
  public record Sample(int step, LocalCurvature curvature) {}

  /** Computes the curvature while a run is trained, at many times the cost of a step for each. */
  public static final class Recorder implements StepRecorder {
    private final SharpnessSteps steps;
    private final Sharpness sharpness;
    private final PreviousStep last;
    private final List<Sample> samples = new ArrayList<>();
    private boolean lastIsMissing;

    /**
     * Makes a recorder for one run.
     *
     * @param steps at which the curvature is computed
     * @throws IllegalArgumentException if the network does not fit the data
     */
    public Recorder(SharpnessSteps steps, Architecture architecture, Dataset data, Loss loss) {
      this.steps = steps;
      this.sharpness = Sharpness.of(architecture, data, loss);
      this.last = new PreviousStep(architecture);
    }

    @Override
    public void record(Step step) {
      lastIsMissing = false;
      if (steps.includes(step.index())) {
        add(step);
      } else if (steps.includesLast()) {
        last.keep(step);
        lastIsMissing = true;
      }
    }

    private void add(Step step) {
      samples.add(new Sample(step.index(), sharpness.at(step.parameters(), step.gradient())));
    }

    /** Returns the curvature along the steps recorded so far, which are all there are. */
    public SharpnessCurve curve() {
      if (lastIsMissing) {
        add(last.step());
        lastIsMissing = false;
      }
      return new SharpnessCurve(samples);
    }
  }
}
