package org.etascope.reporting.format;

import java.util.List;
import java.util.Locale;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunSpec;

/** What a run was given, in words. */
final class Setup {
  private Setup() {}

  static List<String> lines(RunSpec spec) {
    return List.of(
        "Data: " + data(spec.data()),
        "Network: " + network(spec.architecture()) + ", initialised " + name(spec.initialization()),
        "Training: %s on %s, full batch"
            .formatted(
                Phrases.counted(spec.training().steps(), "step", "steps"),
                name(spec.training().loss())));
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
    return hidden.isEmpty()
        ? "no hidden layer, output " + name(output(architecture))
        : "%s of %s, output %s"
            .formatted(
                Phrases.counted(hidden.size(), "hidden layer", "hidden layers"),
                Phrases.enumeration(hidden.stream().distinct().map(Setup::name).toList()),
                name(output(architecture)));
  }

  private static Activation output(Architecture architecture) {
    return architecture.activation(architecture.layers() - 1);
  }

  private static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
