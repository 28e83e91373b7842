package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.text.Digits;

/** What a run was given, in words. */
final class Setup {
  private Setup() {}

  static List<String> lines(RunSpec spec) {
    List<String> lines = new ArrayList<>();
    lines.add("Data: " + data(spec.data()));
    spec.validation()
        .ifPresent(
            held ->
                lines.add(
                    "Validation: %s held out"
                        .formatted(Phrases.counted(held.points(), "point", "points"))));
    lines.add(
        "Network: %s, initialised %s"
            .formatted(network(spec.architecture()), word(spec.initialization().name())));
    lines.add("Training: " + training(spec.training()));
    return lines;
  }

  private static String data(Dataset data) {
    return "%s of %s and %s"
        .formatted(
            Phrases.counted(data.points(), "point", "points"),
            Phrases.counted(data.features(), "feature", "features"),
            Phrases.counted(data.targets(), "target", "targets"));
  }

  private static String network(Architecture architecture) {
    List<Activation> hidden = architecture.activations().subList(0, architecture.layers() - 1);
    String layers =
        hidden.isEmpty()
            ? "no hidden layer, output " + output(architecture)
            : "%s of %s, output %s"
                .formatted(
                    Phrases.counted(hidden.size(), "hidden layer", "hidden layers"),
                    Phrases.enumeration(
                        hidden.stream().distinct().map(f -> word(f.name())).toList()),
                    output(architecture));
    return architecture.bias() ? layers : layers + ", without biases";
  }

  private static String output(Architecture architecture) {
    return word(architecture.activation(architecture.layers() - 1).name());
  }

  private static String training(TrainingSpec training) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s on %s"
            .formatted(
                Phrases.counted(training.steps(), "step", "steps"), word(training.loss().name())));
    parts.add(
        training.batch().isPresent()
            ? "mini-batches of " + training.batch().getAsInt()
            : "full batch");
    if (!(training.optimizer() instanceof GradientDescent)) {
      parts.add("by " + training.optimizer().getClass().getSimpleName());
    }
    if (!(training.schedule() instanceof Schedule.Constant)) {
      parts.add("eta on a schedule, its peak named");
    }
    if (training.weightDecay() > 0) {
      parts.add("weight decay " + Digits.exact(training.weightDecay()));
    }
    training.clipNorm().ifPresent(norm -> parts.add("gradients cut to norm " + Digits.exact(norm)));
    training
        .lossBelow()
        .ifPresent(bound -> parts.add("stopped at a loss below " + Digits.exact(bound)));
    return String.join(", ", parts);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
