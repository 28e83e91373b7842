package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;

/**
 * The straight way of one step: theta(s) = theta_t + s (theta_{t+1} - theta_t), s from 0 to 1.
 *
 * @param from theta_t
 * @param to theta_{t+1}
 */
record Ray(Parameters from, Parameters to) {
  /**
   * The most products of weights and activations in a forward pass whose switches are looked for: a
   * way has many cells, each of which takes about a pass of its points, so that this is seconds.
   */
  private static final long MOST_PRODUCTS = 1 << 25;

  private static final Comparator<Switch> IN_ORDER =
      Comparator.comparingDouble(Switch::fraction)
          .thenComparingInt(Switch::layer)
          .thenComparingInt(Switch::neuron)
          .thenComparingInt(Switch::point);

  /** Returns theta_{t+1} - theta_t. */
  Parameters direction() {
    Parameters direction = to.copy();
    for (int k = 0; k < direction.values().length; k++) {
      direction.values()[k] -= from.values()[k];
    }
    return direction;
  }

  /** Returns theta(s), which is theta_{t+1} to the last bit at s = 1. */
  Parameters at(double s) {
    if (s == 1) {
      return to;
    }
    Parameters theta = direction();
    for (int k = 0; k < theta.values().length; k++) {
      theta.values()[k] = from.values()[k] + s * theta.values()[k];
    }
    return theta;
  }

  /**
   * Returns every switch on the way, in the order of their fractions; none where the parameters
   * stopped being finite, empty where network and data are too large to look for them.
   */
  Optional<List<Switch>> switches(Dataset data, Loss loss) {
    Architecture architecture = to.architecture();
    int kinked = kinkedLayers(architecture);
    if (kinked == 0 || !Arrays.stream(to.values()).allMatch(Double::isFinite)) {
      return Optional.of(List.of());
    }
    if ((long) architecture.parameterCount() * data.points() > MOST_PRODUCTS) {
      return Optional.empty();
    }
    boolean piecewiseLinear =
        architecture.activations().stream().limit(kinked).allMatch(Activation::isPiecewiseLinear);
    List<Switch> switches =
        piecewiseLinear
            ? new RayWalk(this, data, loss, kinked).switches()
            : new RayScan(this, data, loss).switches();
    return Optional.of(switches.stream().sorted(IN_ORDER).toList());
  }

  /** Returns how many layers there are up to the last one with a kink. */
  private static int kinkedLayers(Architecture architecture) {
    return IntStream.range(0, architecture.layers())
        .filter(l -> architecture.activation(l).hasKink())
        .map(l -> l + 1)
        .max()
        .orElse(0);
  }
}
