package org.etascope.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/** A run as the text that its identity is the hash of; it must never change for the same run. */
final class CanonicalText {
  private CanonicalText() {}

  /** Returns a line for each thing that determines the run. */
  static String of(RunSpec spec) {
    TrainingSpec training = spec.training();
    List<String> lines = new ArrayList<>();
    lines.add("numerics " + Numerics.VERSION);
    lines.add("data " + spec.data().sha256());
    lines.add("widths " + joined(spec.architecture().widths(), String::valueOf));
    lines.add(
        "activations " + joined(spec.architecture().activations(), CanonicalText::activation));
    lines.add("initialization " + initialization(spec.initialization()));
    lines.add("seed " + spec.seed());
    lines.add("loss " + loss(training.loss()));
    lines.add("optimizer " + optimizer(training.optimizer()));
    lines.add("steps " + training.steps());
    if (!spec.architecture().bias()) {
      lines.add("bias false");
    }
    if (!(training.schedule() instanceof Schedule.Constant)) {
      lines.add("schedule " + schedule(training.schedule()));
    }
    if (training.weightDecay() > 0) {
      lines.add("weight_decay" + bits(training.weightDecay()));
    }
    training.clipNorm().ifPresent(norm -> lines.add("clip_norm" + bits(norm)));
    training.batch().ifPresent(size -> lines.add("batch " + size));
    training.lossBelow().ifPresent(bound -> lines.add("loss_below" + bits(bound)));
    spec.validation().ifPresent(data -> lines.add("validation " + data.sha256()));
    return String.join("\n", lines);
  }

  private static String activation(Activation f) {
    return f.name() + (f instanceof LeakyRelu leaky ? bits(leaky.slope()) : "");
  }

  private static String loss(Loss loss) {
    return loss.name() + (loss instanceof Huber huber ? bits(huber.delta()) : "");
  }

  private static String initialization(Initialization initialization) {
    if (initialization instanceof ConstantWeights constant) {
      return constant.name() + bits(constant.value());
    }
    if (initialization instanceof GivenParameters given) {
      return given.name() + bits(given.values().stream().mapToDouble(x -> x).toArray());
    }
    return initialization.name();
  }

  private static String optimizer(Optimizer optimizer) {
    String name = optimizer.getClass().getSimpleName() + bits(optimizer.eta());
    if (optimizer instanceof Momentum m) {
      return name + bits(m.momentum());
    }
    if (optimizer instanceof Nesterov n) {
      return name + bits(n.momentum());
    }
    if (optimizer instanceof RmsProp r) {
      return name + bits(r.alpha(), r.epsilon());
    }
    if (optimizer instanceof Adam a) {
      return name + bits(a.beta1(), a.beta2(), a.epsilon());
    }
    return name;
  }

  private static String schedule(Schedule schedule) {
    String name = schedule.getClass().getSimpleName();
    if (schedule instanceof Schedule.Step step) {
      return name + " " + step.every() + bits(step.gamma());
    }
    if (schedule instanceof Schedule.Exponential exponential) {
      return name + bits(exponential.gamma());
    }
    if (schedule instanceof Schedule.Cosine cosine) {
      return name + bits(cosine.min());
    }
    if (schedule instanceof Schedule.Warmup warmup) {
      return name + " " + warmup.length() + " " + schedule(warmup.then());
    }
    return name;
  }

  /** The hex digits of the bits of each number, a space before each. */
  private static String bits(double... numbers) {
    StringBuilder text = new StringBuilder();
    for (double number : numbers) {
      text.append(' ').append(Long.toHexString(Double.doubleToLongBits(number)));
    }
    return text.toString();
  }

  private static <T> String joined(List<T> items, Function<T, String> word) {
    StringBuilder text = new StringBuilder();
    for (T item : items) {
      text.append(text.isEmpty() ? "" : " ").append(word.apply(item));
    }
    return text.toString();
  }
}
