package org.etascope.experiments.cli;

import com.google.inject.Guice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Commands executed in this process, as a user would type them. */
final class Commands {
  /** The project's top folder. */
  static final Path ROOT = Path.of(System.getProperty("etascope.root"));

  private Commands() {}

  /**
   * What a command left.
   *
   * @param exit its exit code
   * @param out what it wrote to stdout
   * @param err what it wrote to stderr
   */
  record Outcome(int exit, String out, String err) {}

  static Outcome etascope(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    int exit =
        Etascope.commandLine(
                Guice.createInjector(new EtascopeModule()),
                new PrintWriter(out, true),
                new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
