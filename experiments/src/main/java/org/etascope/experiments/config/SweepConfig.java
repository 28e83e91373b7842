package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.summary.Expectation;

/**
 * A sweep as its author wrote it; it mirrors the file. Immutable, and valid when it was read by
 * {@link SweepYaml}.
 *
 * @param name what the results are called: letters, digits, {@code . _ -}, 1 to 100
 * @param description free text, at most 2000 characters, may have several lines
 * @param data the points
 * @param validation where points to validate with come from, if there are any
 * @param variants network and training, for each choice of the swept settings, the last fastest
 * @param settings what of network and training is not left to its default, as canonical texts
 * @param axes what is varied, in the order of the file, the last one fastest
 * @param report what is written beyond the summary
 * @param expectations what the sweep is expected to show
 */
public record SweepConfig(
    String name,
    String description,
    DataConfig data,
    Optional<Validation> validation,
    List<Variant> variants,
    SortedMap<String, String> settings,
    List<Axis> axes,
    ReportConfig report,
    List<Expectation> expectations) {
  /** Copies the lists. */
  public SweepConfig {
    variants = List.copyOf(variants);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    axes = List.copyOf(axes);
    expectations = List.copyOf(expectations);
  }

  /** Returns the network, but for what is swept. */
  public NetworkConfig network() {
    return variants.get(0).network();
  }

  /** Returns how it is trained, but for what is swept. */
  public TrainingSpec training() {
    return variants.get(0).training();
  }

  /** Returns the swept settings of network and training, in the order of the file. */
  public List<Axis.Setting> settingAxes() {
    return axes.stream()
        .filter(Axis.Setting.class::isInstance)
        .map(Axis.Setting.class::cast)
        .toList();
  }

  /**
   * Returns the keys that change results, each with a text that is equal when the results are.
   *
   * <p>Not among them is what names the data: its values are compared by {@code Dataset.sha256()}.
   */
  public SortedMap<String, String> resultKeys() {
    SortedMap<String, String> keys = new TreeMap<>(settings);
    keys.put("data.scale", Choices.word(data.scale()));
    validation.ifPresent(points -> keys.put("data.validation", text(points)));
    keys.put("network.hidden", hidden());
    settingAxes().forEach(axis -> keys.remove(axis.path()));
    keys.put("sweep", axes.stream().map(Axis::path).collect(Collectors.joining(", ")));
    axes.forEach(axis -> keys.put("sweep." + axis.path(), axis.canonicalText()));
    return Collections.unmodifiableSortedMap(keys);
  }

  private static String text(Validation validation) {
    return validation instanceof Validation.Fraction fraction
        ? Numeral.text(BigDecimal.valueOf(fraction.share()))
        : "file";
  }

  /** The hidden widths, or only their number where the sweep replaces them. */
  private String hidden() {
    return axes.stream().anyMatch(Axis.Neurons.class::isInstance)
        ? network().hidden().stream().map(width -> "n").toList().toString()
        : network().hidden().toString();
  }
}
