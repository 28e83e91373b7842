package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Tensor;

/** Reads weights and biases that a config writes out, as in {@code {W0: [[1, 2]], B0: [0]}}. */
final class TensorReader {
  private final ConfigValue value;
  private final Architecture architecture;
  private final double[] theta;
  private boolean valid = true;

  /**
   * Makes a reader.
   *
   * @param value a mapping
   * @param architecture the network whose tensors they are
   */
  TensorReader(ConfigValue value, Architecture architecture) {
    this.value = value;
    this.architecture = architecture;
    this.theta = new double[architecture.parameterCount()];
  }

  /** Returns the parameters, biases that are left out zero; nothing if a problem was reported. */
  Optional<GivenParameters> read() {
    List<Tensor> tensors = architecture.tensors();
    List<String> names = tensors.stream().map(Tensor::name).toList();
    Optional<ConfigMapping> entries = value.mapping(new TensorNames(names));
    for (Tensor tensor : tensors) {
      Optional<ConfigValue> entry = entries.flatMap(keys -> keys.optional(tensor.name()));
      if (entry.isPresent()) {
        read(tensor, entry.get());
      } else if (tensor.name().startsWith("W")) {
        reject(value, "lacks %s, %s".formatted(tensor.name(), shape(tensor)));
      }
    }
    return valid
        ? Optional.of(new GivenParameters(Arrays.stream(theta).boxed().toList()))
        : Optional.empty();
  }

  private void read(Tensor tensor, ConfigValue entry) {
    Optional<List<ConfigValue>> items = entry.items(shape(tensor));
    if (items.isEmpty() || items.get().size() != tensor.rows()) {
      items.ifPresent(
          rows -> entry.error("has %s items, not %s".formatted(rows.size(), shape(tensor))));
      valid = false;
      return;
    }
    for (int i = 0; i < tensor.rows(); i++) {
      ConfigValue item = items.get().get(i);
      if (tensor.name().startsWith("B")) {
        set(tensor.index(i, 0), item);
      } else {
        readRow(tensor, i, item);
      }
    }
  }

  private void readRow(Tensor tensor, int i, ConfigValue row) {
    Optional<List<ConfigValue>> numbers =
        row.items("a row of %s numbers".formatted(tensor.columns()));
    if (numbers.isEmpty() || numbers.get().size() != tensor.columns()) {
      numbers.ifPresent(
          n -> row.error("has %s numbers, not %s".formatted(n.size(), tensor.columns())));
      valid = false;
      return;
    }
    for (int j = 0; j < tensor.columns(); j++) {
      set(tensor.index(i, j), numbers.get().get(j));
    }
  }

  private void set(int index, ConfigValue item) {
    Optional<BigDecimal> number = item.number(NumberKind.ANY);
    number.ifPresent(n -> theta[index] = n.doubleValue());
    valid &= number.isPresent();
  }

  private void reject(ConfigValue where, String message) {
    where.error(message);
    valid = false;
  }

  private static String shape(Tensor tensor) {
    return tensor.name().startsWith("B")
        ? "a list of %s numbers".formatted(tensor.rows())
        : "a list of %s rows with %s numbers each".formatted(tensor.rows(), tensor.columns());
  }

  /** The tensors of one network. */
  private record TensorNames(List<String> names) implements KnownKeys {
    @Override
    public Optional<String> meant(String unknown) {
      return Nearest.to(unknown, names);
    }
  }

  /** Returns text that is equal exactly for equal parameters. */
  static String canonicalText(GivenParameters given) {
    return given.values().stream()
        .map(number -> Numeral.text(new BigDecimal(number)))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
