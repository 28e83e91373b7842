package org.etascope.core.run;

import org.etascope.core.network.Activation;
import org.etascope.core.network.ConstantWeights;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Huber;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.training.Adam;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Nesterov;
import org.etascope.core.training.Optimizer;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;

/**
 * A run as the text that its identity is the hash of; it must never change for the same run. It has
 * a line for each thing that determines the run, the seed somewhere in the middle.
 */
final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  private CanonicalText() {}

  /** Returns the text up to the seed. */
  static String beforeSeed(RunSpec spec) {
    CanonicalText canonical = new CanonicalText();
    canonical.addNetwork(spec);
    return canonical.text.toString();
  }

  /** Returns the text behind the seed. */
  static String behindSeed(RunSpec spec) {
    CanonicalText canonical = new CanonicalText();
    canonical.addTraining(spec);
    return canonical.text.toString();
  }

  private void addNetwork(RunSpec spec) {
    text.append("numerics ").append(Numerics.VERSION);
    text.append("\ndata ").append(spec.data().sha256());
    text.append("\nwidths");
    for (int width : spec.architecture().widths()) {
      text.append(' ').append(width);
    }
    text.append("\nactivations");
    spec.architecture().activations().forEach(this::add);
    text.append("\ninitialization ");
    add(spec.initialization());
    text.append("\nseed ");
  }

  private void addTraining(RunSpec spec) {
    TrainingSpec training = spec.training();
    text.append("\nloss ");
    add(training.loss());
    text.append("\noptimizer ");
    add(training.optimizer());
    text.append("\nsteps ").append(training.steps());
    if (!spec.architecture().bias()) {
      text.append("\nbias false");
    }
    if (!(training.schedule() instanceof Schedule.Constant)) {
      text.append("\nschedule ");
      add(training.schedule());
    }
    if (training.weightDecay() > 0) {
      text.append("\nweight_decay");
      bits(training.weightDecay());
    }
    if (training.clipNorm().isPresent()) {
      text.append("\nclip_norm");
      bits(training.clipNorm().getAsDouble());
    }
    if (training.batch().isPresent()) {
      text.append("\nbatch ").append(training.batch().getAsInt());
    }
    if (training.lossBelow().isPresent()) {
      text.append("\nloss_below");
      bits(training.lossBelow().getAsDouble());
    }
    if (spec.validation().isPresent()) {
      text.append("\nvalidation ").append(spec.validation().get().sha256());
    }
  }

  private void add(Activation f) {
    text.append(' ').append(f.name());
    if (f instanceof LeakyRelu leaky) {
      bits(leaky.slope());
    }
  }

  private void add(Loss loss) {
    text.append(loss.name());
    if (loss instanceof Huber huber) {
      bits(huber.delta());
    }
  }

  private void add(Initialization initialization) {
    text.append(initialization.name());
    if (initialization instanceof ConstantWeights constant) {
      bits(constant.value());
    } else if (initialization instanceof GivenParameters given) {
      given.values().forEach(this::bits);
    }
  }

  private void add(Optimizer optimizer) {
    text.append(optimizer.getClass().getSimpleName());
    bits(optimizer.eta());
    if (optimizer instanceof Momentum m) {
      bits(m.momentum());
    } else if (optimizer instanceof Nesterov n) {
      bits(n.momentum());
    } else if (optimizer instanceof RmsProp r) {
      bits(r.alpha());
      bits(r.epsilon());
    } else if (optimizer instanceof Adam a) {
      bits(a.beta1());
      bits(a.beta2());
      bits(a.epsilon());
    }
  }

  private void add(Schedule schedule) {
    text.append(schedule.getClass().getSimpleName());
    if (schedule instanceof Schedule.Step step) {
      text.append(' ').append(step.every());
      bits(step.gamma());
    } else if (schedule instanceof Schedule.Exponential exponential) {
      bits(exponential.gamma());
    } else if (schedule instanceof Schedule.Cosine cosine) {
      bits(cosine.min());
    } else if (schedule instanceof Schedule.Warmup warmup) {
      text.append(' ').append(warmup.length()).append(' ');
      add(warmup.then());
    }
  }

  /** A space, then the hex digits of the bits of a number. */
  private void bits(double number) {
    text.append(' ').append(Long.toHexString(Double.doubleToLongBits(number)));
  }
}
