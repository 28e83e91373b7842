package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of each kind of mapping in a config. */
enum Keys {
  CONFIG("name", "description", "data", "network", "training", "sweep", "report", "expect"),
  DATA("points", "file", "features", "targets", "rows", "scale"),
  ROWS("first", "last"),
  NETWORK("hidden", "activation", "output", "init"),
  TRAINING("loss", "optimizer", "steps"),
  SWEEP("eta", "neurons", "seeds"),
  PROGRESSION("from", "to", "step", "count", "scale"),
  REPORT("traces"),
  EXPECTATION("where", "monotone", "non_monotone", "dead", "diverged", "failed"),
  WHERE("eta", "neurons", "seed", "seeds");

  /** The mappings directly under the top, by their key. */
  static final Map<String, Keys> SECTIONS =
      Map.of(
          "data", DATA, "network", NETWORK, "training", TRAINING, "sweep", SWEEP, "report", REPORT);

  /** What other programs call something that has another name here. */
  private static final Map<String, String> NAMES_ELSEWHERE =
      Map.of(
          "learning_rate", "sweep.eta",
          "lr", "sweep.eta",
          "epochs", "training.steps",
          "iterations", "training.steps",
          "seed", "sweep.seeds",
          "layers", "network.hidden",
          "units", "sweep.neurons",
          "csv", "data.file");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> names;

  Keys(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }

  /** Returns the dotted path of every key that stands at the top or in a section. */
  static List<String> paths() {
    List<String> paths = new ArrayList<>(CONFIG.names);
    for (String section : CONFIG.names) {
      Optional.ofNullable(SECTIONS.get(section)).stream()
          .flatMap(keys -> keys.names.stream())
          .forEach(key -> paths.add(section + "." + key));
    }
    return List.copyOf(paths);
  }

  /** Returns the key of this mapping, else the path of a key elsewhere, that was probably meant. */
  Optional<String> meant(String unknown) {
    return Nearest.to(unknown, names)
        .or(() -> Nearest.to(unknown, NAMES_ELSEWHERE.keySet()).map(NAMES_ELSEWHERE::get))
        .or(() -> elsewhere(unknown));
  }

  /** Returns the dotted path that was probably meant. */
  static Optional<String> pathMeant(String unknown) {
    return Nearest.to(unknown, paths()).or(() -> CONFIG.meant(unknown));
  }

  private static Optional<String> elsewhere(String unknown) {
    return paths().stream()
        .filter(path -> Nearest.to(unknown, List.of(lastOf(path))).isPresent())
        .findFirst();
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
