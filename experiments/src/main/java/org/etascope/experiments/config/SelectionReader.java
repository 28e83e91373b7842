package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.etascope.reporting.summary.Selection;

/** Reads which runs an expectation speaks of, and warns where the sweep has none of them. */
final class SelectionReader {
  /** Every run. */
  static final Described EVERYTHING = new Described(Selection.EVERYTHING, "");

  private static final int MOST_VALUES = 1_000_000;
  private static final int MOST_IN_TEXT = 5;
  private static final Pattern LABEL = Pattern.compile("[1-9][0-9]*(x[1-9][0-9]*)+");
  private static final String WIDTHS = "a width such as 5, or widths such as 16x8";

  private final List<Integer> hidden;
  private final List<Axis> axes;

  /**
   * Makes a reader for one sweep.
   *
   * @param hidden widths of the hidden layers
   * @param axes the swept axes, without those that were reported as problems
   */
  SelectionReader(List<Integer> hidden, List<Axis> axes) {
    this.hidden = List.copyOf(hidden);
    this.axes = List.copyOf(axes);
  }

  /**
   * A selection in words.
   *
   * @param text how an expectation about it begins, e.g. {@code "eta = 0.1: "}
   */
  record Described(Selection selection, String text) {}

  /** Reads the runs; nothing if a problem was reported. */
  Optional<Described> read(ConfigValue where) {
    return where.mapping(Keys.WHERE).map(this::read);
  }

  private Described read(ConfigMapping keys) {
    List<BigDecimal> etas =
        keys.optional("eta").map(value -> numbers(value, SweepReader.ETA)).orElse(List.of());
    List<String> neurons = keys.optional("neurons").map(this::labels).orElse(List.of());
    List<BigDecimal> seeds = new ArrayList<>();
    keys.optional("seed").ifPresent(value -> seeds.addAll(numbers(value, SweepReader.SEED)));
    keys.optional("seeds").ifPresent(value -> seeds.addAll(numbers(value, SweepReader.SEED)));

    keys.optional("eta").ifPresent(value -> warnOfUnswept(value, etas, Axis.Eta.class));
    keys.optional("neurons").ifPresent(value -> warnOfUnswept(value, neurons));
    keys.optional("seed")
        .or(() -> keys.optional("seeds"))
        .ifPresent(value -> warnOfUnswept(value, seeds, Axis.Seeds.class));

    List<String> restrictions = new ArrayList<>();
    restriction("eta", etas.stream().map(Numeral::text).toList()).ifPresent(restrictions::add);
    restriction("neurons", neurons).ifPresent(restrictions::add);
    restriction("seed", seeds.stream().map(Numeral::text).toList()).ifPresent(restrictions::add);
    Map<String, Set<String>> settings = new LinkedHashMap<>();
    for (ConfigValue value : keys.values()) {
      if (value.name().contains(".")) {
        List<String> texts = settings(value);
        settings.put(value.name(), Set.copyOf(texts));
        restriction(value.name(), texts).ifPresent(restrictions::add);
      }
    }
    return new Described(
        new Selection(
            set(etas, BigDecimal::doubleValue),
            Set.copyOf(neurons),
            set(seeds, BigDecimal::longValueExact),
            settings),
        restrictions.isEmpty() ? "" : String.join(", ", restrictions) + ": ");
  }

  /** Returns the values of a swept setting; a setting that is not swept is a problem. */
  private List<String> settings(ConfigValue value) {
    Optional<Axis.Setting> axis =
        axes.stream()
            .filter(Axis.Setting.class::isInstance)
            .map(Axis.Setting.class::cast)
            .filter(setting -> setting.path().equals(value.name()))
            .findFirst();
    if (axis.isEmpty()) {
      value.error("chooses by a key that the sweep does not vary; sweep it, or leave this out");
      return List.of();
    }
    List<String> texts =
        SettingsReader.swept(value).map(swept -> swept.axis().texts()).orElse(List.of());
    warnUnlessAll(
        value, texts.stream().filter(text -> !axis.get().texts().contains(text)).toList());
    return texts;
  }

  private static <T> Set<T> set(List<BigDecimal> numbers, Function<BigDecimal, T> type) {
    return numbers.stream().map(type).collect(Collectors.toUnmodifiableSet());
  }

  private static List<BigDecimal> numbers(ConfigValue value, NumberKind kind) {
    Optional<Values> values = SweptValues.read(value, kind);
    if (values.isPresent() && values.get().size() > MOST_VALUES) {
      value.error(
          "has %s values; at most %s are allowed".formatted(values.get().size(), MOST_VALUES));
      return List.of();
    }
    return values.stream().flatMap(v -> LongStream.range(0, v.size()).mapToObj(v::at)).toList();
  }

  private List<String> labels(ConfigValue value) {
    if (value.isMapping()) {
      return numbers(value, SweepReader.NEURONS).stream().map(this::label).toList();
    }
    List<ConfigValue> items =
        value.isList() ? value.items(WIDTHS).orElse(List.of()) : List.of(value);
    if (items.isEmpty()) {
      value.error("is an empty list; write at least one value, " + WIDTHS);
    }
    return items.stream().flatMap(item -> label(item).stream()).toList();
  }

  private Optional<String> label(ConfigValue item) {
    Optional<String> text = item.isScalar() ? item.text(WIDTHS) : Optional.empty();
    if (text.isPresent() && LABEL.matcher(text.get()).matches()) {
      return text;
    }
    return item.number(SweepReader.NEURONS.describedAs(WIDTHS)).map(this::label);
  }

  /** One width stands for all hidden layers where the sweep sets their widths. */
  private String label(BigDecimal width) {
    int layers = axis(Axis.Neurons.class).isPresent() ? hidden.size() : 1;
    return String.join("x", Collections.nCopies(layers, Numeral.text(width)));
  }

  private <T extends Axis.Numbers> Optional<T> axis(Class<T> type) {
    return axes.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private void warnOfUnswept(
      ConfigValue value, List<BigDecimal> numbers, Class<? extends Axis.Numbers> type) {
    axis(type)
        .ifPresent(
            axis ->
                warnUnlessAll(
                    value,
                    numbers.stream()
                        .filter(number -> !axis.values().contains(number))
                        .map(Numeral::text)
                        .toList()));
  }

  private void warnOfUnswept(ConfigValue value, List<String> labels) {
    Predicate<String> swept =
        axis(Axis.Neurons.class)
            .<Predicate<String>>map(
                axis ->
                    label -> {
                      String width = label.split("x", 2)[0];
                      BigDecimal number = new BigDecimal(width);
                      return label.equals(label(number)) && axis.values().contains(number);
                    })
            .orElse(
                label ->
                    label.equals(
                        hidden.stream().map(String::valueOf).collect(Collectors.joining("x"))));
    warnUnlessAll(value, labels.stream().filter(swept.negate()).toList());
  }

  private static void warnUnlessAll(ConfigValue value, List<String> unswept) {
    if (!unswept.isEmpty()) {
      value.warning("names %s, which the sweep does not run".formatted(Shown.list(unswept)));
    }
  }

  private static Optional<String> restriction(String name, List<String> values) {
    int size = values.size();
    return switch (size) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(name + " = " + values.get(0));
      default ->
          Optional.of(
              name
                  + " in {"
                  + (size <= MOST_IN_TEXT
                      ? String.join(", ", values)
                      : values.get(0) + ", ..., " + values.get(size - 1) + "; " + size + " values")
                  + "}");
    };
  }
}
