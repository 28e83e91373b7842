package org.etascope.core.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;

/**
 * The sharpness lambda along the gradient flow d theta / d tau = -g(theta), which gradient descent
 * follows at tau = eta t while eta is small, and what it foretells for every eta: where lambda
 * exceeds 2/eta, gradient descent leaves the flow, and its loss may rise by curvature.
 *
 * <p>J. Cohen et al., Gradient descent on neural networks typically occurs at the edge of
 * stability, ICLR 2021, arXiv:2103.00065.
 *
 * <p>Three caveats. The foretelling is of curvature alone, not of kinks or death. Where lambda
 * falls from its initial value, a run whose gradient does not point along the sharpest direction
 * can pass the beginning without a rise, so that the critical eta lies above the one foretold. And
 * lambda is known at samples and taken as linear in between: a network with kinks jumps there, by a
 * kink that it crosses, or back and forth along one on which it slides.
 */
public final class GradientFlow {
  /** The largest h lambda of a step h of the integration, which is stable up to 2.8. */
  private static final double MAX_STEP_TIMES_SHARPNESS = 0.25;

  /** The most steps of the integration: they reach tau = 50,000 / lambda. */
  private static final long MAX_STEPS = 200_000;

  private final double[] times;
  private final double[] sharpness;

  private GradientFlow(double[] times, double[] sharpness) {
    this.times = times;
    this.sharpness = sharpness;
  }

  /**
   * Integrates the flow of one network and seed, by the classical Runge-Kutta method of fourth
   * order.
   *
   * @param data the points to fit
   * @param initial theta at tau = 0, left as it is
   * @param loss L
   * @param horizon the last tau, finite and above 0, such as the largest eta in question times its
   *     steps
   * @param samples from 1, how many times lambda is computed after tau = 0: the k-th at horizon
   *     (k/samples)^2, closer together at the beginning, where most changes
   * @return the flow, up to the last sample before the first whose lambda is not finite or not
   *     found, or that lies too far: beyond some tau = 50,000 / lambda; empty if that is the first
   * @throws IllegalArgumentException if the network does not fit the data, or a number is out of
   *     its range
   */
  public static Optional<GradientFlow> of(
      Dataset data, Parameters initial, Loss loss, double horizon, int samples) {
    if (!(horizon > 0 && horizon <= Double.MAX_VALUE) || samples < 1) {
      throw new IllegalArgumentException(
          "a flow needs a finite horizon above 0 and a sample at least, got %s and %d"
              .formatted(horizon, samples));
    }
    Sharpness sharpness = Sharpness.of(initial.architecture(), data, loss);
    Integration flow = new Integration(data, initial, loss);
    double[] times = new double[samples + 1];
    double[] lambdas = new double[samples + 1];
    int known = 0;
    for (int k = 0; k <= samples; k++) {
      if (k > 0) {
        double fraction = (double) k / samples;
        times[k] = horizon * (fraction * fraction);
        if (!flow.advance(times[k] - times[k - 1], lambdas[k - 1] / MAX_STEP_TIMES_SHARPNESS)) {
          break;
        }
      }
      OptionalDouble lambda = sharpness.largest(flow.theta);
      if (lambda.isEmpty()) {
        break;
      }
      lambdas[k] = lambda.getAsDouble();
      known++;
    }
    return known == 0
        ? Optional.empty()
        : Optional.of(new GradientFlow(Arrays.copyOf(times, known), Arrays.copyOf(lambdas, known)));
  }

  /** Theta on its way. */
  private static final class Integration {
    private final Backpropagation network;
    private final Parameters theta;
    private final Parameters stage;
    private final Parameters[] slopes = new Parameters[4];
    private long stepsLeft = MAX_STEPS;

    Integration(Dataset data, Parameters initial, Loss loss) {
      network = new Backpropagation(initial.architecture(), data, loss);
      theta = initial.copy();
      stage = initial.copy();
      Arrays.setAll(slopes, k -> Parameters.zeros(initial.architecture()));
    }

    /**
     * Advances by a time, in equal steps.
     *
     * @param stepsPerTime at least so many
     * @return whether there were steps enough left
     */
    boolean advance(double time, double stepsPerTime) {
      long steps = Math.max(1, (long) Math.ceil(time * stepsPerTime));
      stepsLeft -= Math.min(steps, stepsLeft + 1);
      for (long k = 0; k < steps && stepsLeft >= 0; k++) {
        step(time / steps);
      }
      return stepsLeft >= 0;
    }

    private void step(double h) {
      gradient(theta, slopes[0]);
      gradient(from(slopes[0], h / 2), slopes[1]);
      gradient(from(slopes[1], h / 2), slopes[2]);
      gradient(from(slopes[2], h), slopes[3]);
      double[] values = theta.values();
      for (int k = 0; k < values.length; k++) {
        // theta = theta - h (g1 + 2 g2 + 2 g3 + g4) / 6
        values[k] -=
            h
                * (slopes[0].values()[k]
                    + 2 * slopes[1].values()[k]
                    + 2 * slopes[2].values()[k]
                    + slopes[3].values()[k])
                / 6;
      }
    }

    private void gradient(Parameters at, Parameters gradient) {
      network.forward(at);
      network.backward(at, gradient);
    }

    private Parameters from(Parameters slope, double h) {
      for (int k = 0; k < stage.values().length; k++) {
        stage.values()[k] = theta.values()[k] - h * slope.values()[k];
      }
      return stage;
    }
  }

  /** Returns how many samples there are, from 1. */
  public int samples() {
    return times.length;
  }

  /** Returns tau of a sample, from 0. */
  public double time(int sample) {
    return times[sample];
  }

  /** Returns lambda at a sample. */
  public double sharpness(int sample) {
    return sharpness[sample];
  }

  /** Returns the last tau. */
  public double end() {
    return times[times.length - 1];
  }

  /**
   * Returns the first tau from which on lambda is above 2/eta, if it gets there.
   *
   * @param eta the learning rate, above 0
   */
  public OptionalDouble onsetTime(double eta) {
    double threshold = 2 / eta;
    for (int k = 0; k < times.length; k++) {
      if (sharpness[k] > threshold) {
        return OptionalDouble.of(k == 0 ? 0 : crossing(k, threshold));
      }
    }
    return OptionalDouble.empty();
  }

  /** Where lambda rises to a threshold between sample k - 1, not above it, and sample k, above. */
  private double crossing(int k, double threshold) {
    double share = (threshold - sharpness[k - 1]) / (sharpness[k] - sharpness[k - 1]);
    return times[k - 1] + share * (times[k] - times[k - 1]);
  }

  /**
   * Returns the first step t at whose tau = eta t lambda is, or has been, above 2/eta, if it gets
   * there. The loss rises some steps later, once what is unstable has grown.
   *
   * @param eta the learning rate, above 0
   */
  public OptionalLong onsetStep(double eta) {
    OptionalDouble time = onsetTime(eta);
    return time.isPresent()
        ? OptionalLong.of((long) Math.ceil(time.getAsDouble() / eta))
        : OptionalLong.empty();
  }

  /**
   * Returns the largest eta at which lambda stays at or below 2/eta until tau = eta T: eta max_{tau
   * <= eta T} lambda(tau) = 2, of which the left side rises with eta. Empty if even the last tau
   * does not bring it to 2, which is a matter of a longer horizon.
   *
   * @param steps T, from 1
   */
  public OptionalDouble criticalEta(long steps) {
    double highest = 0;
    for (int k = 0; k < times.length; k++) {
      if (sharpness[k] > highest) {
        if (sharpness[k] * times[k] > 2.0 * steps) {
          return OptionalDouble.of(criticalBefore(k, highest, steps));
        }
        highest = sharpness[k];
      } else if (highest * times[k] > 2.0 * steps) {
        return OptionalDouble.of(2 / highest);
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Solves tau lambda(tau) = 2T between sample k - 1 and sample k, whose lambda is a new maximum.
   */
  private double criticalBefore(int k, double highest, long steps) {
    // until lambda gets there, the maximum before decides
    double rise = (sharpness[k] - sharpness[k - 1]) / (times[k] - times[k - 1]);
    double atHighest = highest > sharpness[k - 1] ? crossing(k, highest) : times[k - 1];
    if (highest * atHighest > 2.0 * steps) {
      return 2 / highest;
    }
    // (lambda_h + rise s) (tau_h + s) = 2T, for s from 0
    double b = highest + rise * atHighest;
    double c = 2.0 * steps - highest * atHighest;
    double s = 2 * c / (b + Math.sqrt(b * b + 4 * rise * c));
    return (atHighest + s) / steps;
  }
}
