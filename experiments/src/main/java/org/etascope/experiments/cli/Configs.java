package org.etascope.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.ConfigProblem;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.config.SweepYaml;

/** Reads the configs of a command, all or none. */
final class Configs {
  private Configs() {}

  /**
   * Reads every config, and prints warnings.
   *
   * @throws ConfigException with the problems of all of them, if there is any
   */
  static List<SweepFile> read(Arguments arguments, PrintWriter err) throws ConfigException {
    List<SweepFile> files = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    for (Path config : arguments.configs()) {
      try {
        files.add(SweepYaml.read(config, arguments.overrides()));
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    for (SweepFile file : files) {
      file.warnings().forEach(warning -> err.println("warning: " + warning));
    }
    return files;
  }
}
