package org.etascope.core.ensemble;

import static org.etascope.core.ensemble.Lanes.SPECIES;
import static org.etascope.core.ensemble.Lanes.get;
import static org.etascope.core.ensemble.Lanes.set;

import jdk.incubator.vector.DoubleVector;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Nesterov;
import org.etascope.core.training.Optimizer;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.TrainingSpec;

/**
 * The updates of the run in every lane, each at an eta and an update of its own: bit for bit those
 * of the scalar trainer, whose optimizers have the equations and their sources.
 */
final class LaneUpdater {
  private final TrainingSpec spec;
  private final int parameters;

  /** The peak of each run's eta, and the eta in force at its next update. */
  private final double[] peaks = Lanes.registers(1);

  private final double[] etas = Lanes.registers(1);

  /** How many updates of each run were applied. */
  private final int[] applied = new int[Lanes.COUNT];

  /** g after clipping and decay, then d. */
  private final double[] direction;

  /** The running means of the optimizer: of g, and of g^2. */
  private final double[] m;

  private final double[] v;

  /** Adam's 1 - beta1^t and sqrt(1 - beta2^t) for each run. */
  private final double[] correction1 = Lanes.registers(1);

  private final double[] correction2 = Lanes.registers(1);

  /**
   * Makes an updater.
   *
   * @param spec how the runs are trained, but for their etas
   * @param parameters P
   */
  LaneUpdater(TrainingSpec spec, int parameters) {
    this.spec = spec;
    this.parameters = parameters;
    this.direction = Lanes.registers(parameters);
    this.m = Lanes.registers(parameters);
    this.v = Lanes.registers(parameters);
  }

  /** Begins a run in a lane, with nothing remembered of another. */
  void begin(int lane, double eta) {
    peaks[lane] = eta;
    applied[lane] = 0;
    Lanes.clear(m, lane);
    Lanes.clear(v, lane);
  }

  /**
   * Applies the next update of every run.
   *
   * @param theta the parameters, P registers
   * @param gradient dL/dtheta at theta
   * @param next receives theta - (eta d)
   */
  void apply(double[] theta, double[] gradient, double[] next) {
    double[] d = direction(theta, gradient);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      etas[lane] = spec.schedule().eta(peaks[lane], applied[lane], spec.steps());
      applied[lane]++;
    }
    DoubleVector eta = get(etas, 0);
    for (int k = 0; k < parameters; k++) {
      // theta = theta - (eta d)
      set(next, k, get(theta, k).sub(eta.mul(get(d, k))));
    }
  }

  private double[] direction(double[] theta, double[] gradient) {
    Optimizer optimizer = spec.optimizer();
    if (spec.clipNorm().isEmpty()
        && spec.weightDecay() == 0
        && optimizer instanceof GradientDescent) {
      return gradient;
    }
    System.arraycopy(gradient, 0, direction, 0, direction.length);
    spec.clipNorm().ifPresent(this::clip);
    if (spec.weightDecay() > 0) {
      decay(theta, spec.weightDecay());
    }
    if (optimizer instanceof Momentum heavyBall) {
      direct(heavyBall);
    } else if (optimizer instanceof Nesterov nesterov) {
      direct(nesterov);
    } else if (optimizer instanceof RmsProp rmsProp) {
      direct(rmsProp);
    } else if (optimizer instanceof Adam adam) {
      direct(adam);
    }
    return direction;
  }

  /** g = g min(1, largest / (|g| + 1e-6)). */
  private void clip(double largest) {
    DoubleVector squares = DoubleVector.zero(SPECIES);
    for (int k = 0; k < parameters; k++) {
      DoubleVector g = get(direction, k);
      squares = squares.add(g.mul(g));
    }
    DoubleVector scale =
        DoubleVector.broadcast(SPECIES, largest)
            .div(squares.sqrt().add(TrainingSpec.CLIP_EPSILON))
            .min(1.0);
    for (int k = 0; k < parameters; k++) {
      set(direction, k, get(direction, k).mul(scale));
    }
  }

  /** g = g + (lambda theta). */
  private void decay(double[] theta, double lambda) {
    for (int k = 0; k < parameters; k++) {
      set(direction, k, get(direction, k).add(get(theta, k).mul(lambda)));
    }
  }

  /** m = mu m + g, d = m. */
  private void direct(Momentum optimizer) {
    for (int k = 0; k < parameters; k++) {
      DoubleVector mk = get(m, k).mul(optimizer.momentum()).add(get(direction, k));
      set(m, k, mk);
      set(direction, k, mk);
    }
  }

  /** m = mu m + g, d = g + mu m. */
  private void direct(Nesterov optimizer) {
    for (int k = 0; k < parameters; k++) {
      DoubleVector g = get(direction, k);
      DoubleVector mk = get(m, k).mul(optimizer.momentum()).add(g);
      set(m, k, mk);
      set(direction, k, g.add(mk.mul(optimizer.momentum())));
    }
  }

  /** v = alpha v + (1 - alpha) g^2, d = g / (sqrt(v) + epsilon). */
  private void direct(RmsProp optimizer) {
    double alpha = optimizer.alpha();
    for (int k = 0; k < parameters; k++) {
      DoubleVector g = get(direction, k);
      DoubleVector vk = get(v, k).mul(alpha).add(g.mul(g).mul(1 - alpha));
      set(v, k, vk);
      set(direction, k, g.div(vk.sqrt().add(optimizer.epsilon())));
    }
  }

  /**
   * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, d = (m / (1 - beta1^t)) / (sqrt(v)
   * / sqrt(1 - beta2^t) + epsilon).
   */
  private void direct(Adam optimizer) {
    correct(optimizer);
    DoubleVector c1 = get(correction1, 0);
    DoubleVector c2 = get(correction2, 0);
    double beta1 = optimizer.beta1();
    double beta2 = optimizer.beta2();
    for (int k = 0; k < parameters; k++) {
      DoubleVector g = get(direction, k);
      DoubleVector mk = get(m, k).mul(beta1).add(g.mul(1 - beta1));
      DoubleVector vk = get(v, k).mul(beta2).add(g.mul(g).mul(1 - beta2));
      set(m, k, mk);
      set(v, k, vk);
      set(direction, k, mk.div(c1).div(vk.sqrt().div(c2).add(optimizer.epsilon())));
    }
  }

  /** Runs that began together share their powers of beta. */
  private void correct(Adam optimizer) {
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      if (lane > 0 && applied[lane] == applied[lane - 1]) {
        correction1[lane] = correction1[lane - 1];
        correction2[lane] = correction2[lane - 1];
      } else {
        correction1[lane] = optimizer.correction1(applied[lane] + 1);
        correction2[lane] = optimizer.correction2(applied[lane] + 1);
      }
    }
  }
}
