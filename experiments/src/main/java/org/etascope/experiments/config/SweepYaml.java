package org.etascope.experiments.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads configs: the grammar is in {@code docs/config.md}. */
public final class SweepYaml {
  private static final int MOST_BYTES = 3 << 20;

  private SweepYaml() {}

  /**
   * Reads a config and the data it names.
   *
   * @param file the config, UTF-8, at most 3 MiB
   * @param overrides {@code KEY=VALUE} arguments that replace values of the file, applied in order
   * @throws ConfigException with every problem of file, arguments and data
   */
  public static SweepFile read(Path file, List<String> overrides) throws ConfigException {
    String source = Shown.path(file);
    Problems problems = new Problems();
    String text = text(file, source);
    YamlNode.Mapping written = tree(text, source);
    YamlNode.Mapping tree = written;
    for (Assignment assignment : assignments(overrides, problems)) {
      text = assignment.applyTo(text, written);
      written = tree(text, source);
      tree = assignment.applyTo(tree);
    }
    SweepReader reader = new SweepReader(tree, problems);
    Optional<SweepConfig> config = reader.read();
    Optional<LoadedData> loaded = reader.data().flatMap(section -> section.load(file));
    if (config.isPresent() && loaded.isPresent()) {
      reader.requireTargets(config.get(), loaded.get());
    }
    problems.throwIfAny();
    SweepConfig valid = config.orElseThrow();
    if (!overrides.isEmpty() && !valid.equals(parse(text, source))) {
      throw Place.startOf(source)
          .exception("the arguments cannot be written into this file; edit it instead");
    }
    LoadedData points = loaded.orElseThrow();
    return new SweepFile(valid, points.data(), points.validation(), text, problems.warnings());
  }

  /**
   * Reads a config from text, without touching the data it names.
   *
   * @param text YAML
   * @param sourceName what problems call the text
   * @throws ConfigException with every problem of the text
   */
  public static SweepConfig parse(String text, String sourceName) throws ConfigException {
    Problems problems = new Problems();
    Optional<SweepConfig> config = new SweepReader(tree(text, sourceName), problems).read();
    problems.throwIfAny();
    return config.orElseThrow();
  }

  private static String text(Path file, String source) throws ConfigException {
    try {
      return Utf8.decode(RegularFile.read(file, MOST_BYTES), source);
    } catch (UnusableFileException e) {
      throw Place.startOf(source).exception("the config " + e.getMessage());
    }
  }

  private static YamlNode.Mapping tree(String text, String source) throws ConfigException {
    Optional<YamlNode> root = YamlParser.parse(text, source);
    if (root.isEmpty()) {
      throw Place.startOf(source)
          .exception("the config is empty; it needs the keys name, data, network, training, sweep");
    }
    if (root.get() instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw root.get()
        .place()
        .exception(
            "the config must be a mapping with the keys " + String.join(", ", Keys.CONFIG.names()));
  }

  private static List<Assignment> assignments(List<String> overrides, Problems problems) {
    List<Assignment> assignments = new ArrayList<>();
    for (String override : overrides) {
      try {
        assignments.add(Assignment.parse(override));
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    return assignments;
  }
}
