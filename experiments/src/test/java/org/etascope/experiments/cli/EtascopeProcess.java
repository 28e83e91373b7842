package org.etascope.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands executed by a Java machine of their own, so that they can be killed. */
final class EtascopeProcess {
  private EtascopeProcess() {}

  /** Starts a command; its output is thrown away. */
  static Process start(List<String> jvmOptions, Object... words) throws IOException {
    return builder(jvmOptions, words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Starts a command; what it writes to stderr goes to a file. */
  static Process startTelling(Path stderr, List<String> jvmOptions, Object... words)
      throws IOException {
    return builder(jvmOptions, words).redirectError(stderr.toFile()).start();
  }

  private static ProcessBuilder builder(List<String> jvmOptions, Object... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Etascope.class.getName());
    for (Object word : words) {
      command.add(word.toString());
    }
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
