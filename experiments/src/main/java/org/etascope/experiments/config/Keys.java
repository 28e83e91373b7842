package org.etascope.experiments.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of each kind of mapping in a config. */
enum Keys implements KnownKeys {
  CONFIG("name", "description", "data", "network", "training", "sweep", "report", "expect"),
  DATA("points", "file", "features", "targets", "rows", "scale", "validation"),
  ROWS("first", "last"),
  VALIDATION("fraction", "file"),
  NETWORK("hidden", "activation", "slope", "output", "bias", "init", "init_value"),
  TRAINING(
      "loss",
      "delta",
      "optimizer",
      "momentum",
      "alpha",
      "beta1",
      "beta2",
      "epsilon",
      "weight_decay",
      "clip_norm",
      "schedule",
      "step_size",
      "gamma",
      "min_eta",
      "warmup",
      "batch",
      "stop",
      "steps"),
  STOP("loss_below"),
  SWEEP(withSettings("eta", "neurons", "seeds")),
  PROGRESSION("from", "to", "step", "count", "scale"),
  REPORT("traces", "steps", "evidence", "sharpness"),
  SHARPNESS("every"),
  EXPECTATION("where", "monotone", "non_monotone", "dead", "diverged", "failed"),
  WHERE(withSettings("eta", "neurons", "seed", "seeds"));

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
          "csv", "data.file",
          "batch_size", "training.batch");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> names;

  Keys(String... names) {
    this.names = List.of(names);
  }

  /** Keys of an axis or selection, then the path of every scalar of network and training. */
  private static String[] withSettings(String... keys) {
    Stream<String> network =
        NETWORK.names.stream().filter(key -> !key.equals("hidden")).map(key -> "network." + key);
    Stream<String> training =
        TRAINING.names.stream()
            .map(key -> "training." + (key.equals("stop") ? "stop.loss_below" : key));
    return Stream.of(Stream.of(keys), network, training)
        .flatMap(paths -> paths)
        .toArray(String[]::new);
  }

  @Override
  public List<String> names() {
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
  @Override
  public Optional<String> meant(String unknown) {
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
