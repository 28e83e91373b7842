package org.etascope.core.training;

import java.util.Arrays;
import org.etascope.core.network.Parameters;

/** Applies the updates of one run, from the gradient of a batch to the parameters after it. */
final class Updater {
  private final TrainingSpec spec;
  private final Stepper stepper;
  private int applied;

  Updater(TrainingSpec spec, int parameters) {
    this.spec = spec;
    this.stepper = spec.optimizer().stepper(parameters);
  }

  /** Returns whether there are updates left. */
  boolean hasNext() {
    return applied < spec.steps();
  }

  /**
   * Applies the next update in place.
   *
   * @param theta the parameters, replaced by the updated ones
   * @param gradient dL/dtheta at theta, overwritten
   */
  void apply(Parameters theta, Parameters gradient) {
    double[] values = theta.values();
    double[] g = gradient.values();
    spec.clipNorm().ifPresent(largest -> clip(g, largest));
    if (spec.weightDecay() > 0) {
      // g = g + (lambda theta)
      for (int k = 0; k < g.length; k++) {
        g[k] += spec.weightDecay() * values[k];
      }
    }
    stepper.direct(g);
    double eta = spec.etaAt(applied++);
    // theta = theta - (eta d)
    for (int k = 0; k < values.length; k++) {
      values[k] -= eta * g[k];
    }
  }

  /** g = g min(1, largest / (|g| + 1e-6)). */
  private static void clip(double[] g, double largest) {
    double squares = 0;
    for (double gk : g) {
      squares += gk * gk;
    }
    double scale = Math.min(1.0, largest / (Math.sqrt(squares) + TrainingSpec.CLIP_EPSILON));
    Arrays.setAll(g, k -> g[k] * scale);
  }
}
