package org.etascope.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands on the command line of {@code run} and {@code plan}.
 *
 * @param configs files to read
 * @param overrides {@code KEY=VALUE}, to apply to each of them
 */
record Arguments(List<Path> configs, List<String> overrides) {
  private static final Pattern OVERRIDE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*=.*", Pattern.DOTALL);

  /** Tells configs from overrides; a file that exists is a config whatever its name. */
  static Arguments of(List<String> words) throws UsageException {
    List<Path> configs = new ArrayList<>();
    List<String> overrides = new ArrayList<>();
    for (String word : words) {
      if (OVERRIDE.matcher(word).matches() && !Files.exists(Path.of(word))) {
        overrides.add(word);
      } else {
        configs.add(Path.of(word));
      }
    }
    if (configs.isEmpty()) {
      throw new UsageException("name a config to run, such as configs/one-galaxy.yaml");
    }
    return new Arguments(configs, overrides);
  }
}
