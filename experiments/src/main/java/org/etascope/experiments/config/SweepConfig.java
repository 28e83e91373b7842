package org.etascope.experiments.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.etascope.reporting.summary.Expectation;

/**
 * A sweep as its author wrote it; it mirrors the file. Immutable, and valid when it was read by
 * {@link SweepYaml}.
 *
 * @param name what the results are called: letters, digits, {@code . _ -}, 1 to 100
 * @param description free text, at most 2000 characters, may have several lines
 * @param data the points
 * @param network the network that is trained
 * @param training how it is trained
 * @param axes what is varied, in the order of the file, the last one fastest
 * @param report what is written beyond the summary
 * @param expectations what the sweep is expected to show
 */
public record SweepConfig(
    String name,
    String description,
    DataConfig data,
    NetworkConfig network,
    TrainingConfig training,
    List<Axis> axes,
    ReportConfig report,
    List<Expectation> expectations) {
  /** Copies the lists. */
  public SweepConfig {
    axes = List.copyOf(axes);
    expectations = List.copyOf(expectations);
  }

  /**
   * Returns the keys that change results, each with a text that is equal when the results are.
   *
   * <p>Not among them is what names the data: its values are compared by {@code Dataset.sha256()}.
   */
  public SortedMap<String, String> resultKeys() {
    SortedMap<String, String> keys = new TreeMap<>();
    keys.put("data.scale", Choices.word(data.scale()));
    keys.put("network.hidden", hidden());
    keys.put("network.activation", Choices.word(network.activation()));
    keys.put("network.output", Choices.word(network.output()));
    keys.put("network.init", Choices.word(network.init()));
    keys.put("training.loss", Choices.word(training.loss()));
    keys.put("training.optimizer", Choices.word(training.optimizer()));
    keys.put("training.steps", String.valueOf(training.steps()));
    keys.put("sweep", axes.stream().map(Axis::path).collect(Collectors.joining(", ")));
    axes.forEach(axis -> keys.put("sweep." + axis.path(), axis.values().canonicalText()));
    return Collections.unmodifiableSortedMap(keys);
  }

  /** The hidden widths, or only their number where the sweep replaces them. */
  private String hidden() {
    return axes.stream().anyMatch(Axis.Neurons.class::isInstance)
        ? network.hidden().stream().map(width -> "n").toList().toString()
        : network.hidden().toString();
  }
}
