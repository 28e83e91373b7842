package org.etascope.experiments.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.ConstantWeights;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.StandardActivation;
import org.etascope.core.network.StandardInitialization;

/** Reads the network section of a config. */
final class NetworkReader {
  static final NumberKind NEURONS = NumberKind.whole(1, 1_000_000);

  private static final int MOST_LAYERS = 64;
  private static final String LEAKY_RELU = "leaky-relu";
  private static final String CONSTANT = "constant";
  private static final Map<String, Boolean> TRUTHS = truths();
  private static final Initialization INIT = Defaults.INIT;
  private static final Map<String, StandardInitialization> INITS =
      Choices.of(StandardInitialization.class);

  private final SettingKeys keys;
  private final Optional<DataSection.Source> data;

  private NetworkReader(SettingKeys keys, Optional<DataSection.Source> data) {
    this.keys = keys;
    this.data = data;
  }

  private static Map<String, Boolean> truths() {
    Map<String, Boolean> truths = new LinkedHashMap<>();
    truths.put("true", true);
    truths.put("false", false);
    return Collections.unmodifiableMap(truths);
  }

  /**
   * Reads the section; nothing if a required part was reported.
   *
   * @param data the points, unless they were reported
   */
  static Optional<NetworkConfig> read(SettingKeys keys, Optional<DataSection.Source> data) {
    return new NetworkReader(keys, data).read();
  }

  private Optional<NetworkConfig> read() {
    boolean bias = keys.choice("bias", TRUTHS, true);
    Optional<List<Integer>> hidden = keys.required("hidden", "[5]").flatMap(NetworkReader::hidden);
    Map<String, Activation> choices = activations();
    Activation output =
        keys.optional("output").flatMap(v -> v.oneOf(choices)).orElse(Defaults.OUTPUT);
    keys.note("output", word(output));
    List<Activation> activations = activations(hidden.map(List::size), choices);
    Initialization init =
        init(hidden.map(widths -> new NetworkConfig(widths, activations, output, bias, INIT)));
    hidden.ifPresent(widths -> keys.note("hidden", widths.toString()));
    return hidden.map(widths -> new NetworkConfig(widths, activations, output, bias, init));
  }

  private static Optional<List<Integer>> hidden(ConfigValue value) {
    Optional<List<ConfigValue>> layers =
        value.items("a list with the width of each hidden layer, such as [5], or [] for none");
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    if (layers.get().size() > MOST_LAYERS) {
      value.error(
          "has %s layers; at most %s are allowed".formatted(layers.get().size(), MOST_LAYERS));
      return Optional.empty();
    }
    List<Integer> widths =
        layers.get().stream().flatMap(layer -> layer.integer(NEURONS).stream()).toList();
    return widths.size() == layers.get().size() ? Optional.of(widths) : Optional.empty();
  }

  /** Returns what each word stands for; leaky-relu with the slope, which only it has. */
  private Map<String, Activation> activations() {
    Map<String, Activation> activations = new LinkedHashMap<>(Choices.of(StandardActivation.class));
    boolean leaky =
        keys.optional("activation").filter(value -> value.mentions(LEAKY_RELU)).isPresent()
            || keys.optional("output").filter(value -> value.mentions(LEAKY_RELU)).isPresent();
    double slope =
        leaky
            ? keys.number("slope", NumberKind.FROM_0_TO_1, LeakyRelu.DEFAULT_SLOPE)
            : LeakyRelu.DEFAULT_SLOPE;
    activations.put(LEAKY_RELU, new LeakyRelu(slope));
    return activations;
  }

  /**
   * Returns the activation of each hidden layer, written once for all or one by one.
   *
   * @param widths how many layers there are, unless that was reported
   */
  private List<Activation> activations(Optional<Integer> widths, Map<String, Activation> choices) {
    int layers = widths.orElse(0);
    Optional<ConfigValue> value = keys.optional("activation");
    if (value.isEmpty() || !value.get().isList()) {
      Activation one = value.flatMap(v -> v.oneOf(choices)).orElse(Defaults.ACTIVATION);
      keys.note("activation", word(one));
      return Collections.nCopies(layers, one);
    }
    List<ConfigValue> items = value.get().items("a list").orElseThrow();
    List<Activation> each = items.stream().flatMap(item -> item.oneOf(choices).stream()).toList();
    if (each.size() < items.size() || widths.isEmpty()) {
      return Collections.nCopies(layers, Defaults.ACTIVATION);
    }
    if (each.size() != layers) {
      value
          .get()
          .error(
              "names %s activations for %s hidden layers; write one for each, or one word for all"
                  .formatted(each.size(), layers));
      return Collections.nCopies(layers, Defaults.ACTIVATION);
    }
    keys.note(
        "activation",
        each.stream().distinct().count() == 1
            ? word(each.get(0))
            : each.stream().map(NetworkReader::word).collect(Collectors.joining(", ", "[", "]")));
    return each;
  }

  private static String word(Activation activation) {
    return Choices.word(activation.name());
  }

  private Initialization init(Optional<NetworkConfig> network) {
    Optional<ConfigValue> value = keys.optional("init");
    if (value.isPresent() && value.get().isMapping()) {
      return given(value.get(), network);
    }
    Map<String, Initialization> choices = new LinkedHashMap<>(INITS);
    choices.put(CONSTANT, new ConstantWeights(0));
    Initialization init = value.flatMap(v -> v.oneOf(choices)).orElse(INIT);
    keys.note("init", Choices.word(init.name()));
    if (!(init instanceof ConstantWeights)) {
      return init;
    }
    return keys.required("init_value", "0.5")
        .flatMap(number -> number.number(NumberKind.ANY))
        .map(
            number -> {
              keys.note("init_value", Numeral.text(number));
              return (Initialization) new ConstantWeights(number.doubleValue());
            })
        .orElse(init);
  }

  private Initialization given(ConfigValue value, Optional<NetworkConfig> network) {
    if (data.isEmpty() || network.isEmpty()) {
      return INIT;
    }
    Architecture architecture =
        network.get().architecture(data.get().features(), data.get().targets(), Optional.empty());
    return new TensorReader(value, architecture)
        .read()
        .map(
            given -> {
              keys.note("init", TensorReader.canonicalText(given));
              return (Initialization) given;
            })
        .orElse(INIT);
  }
}
