package org.etascope.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.etascope.experiments.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user what went wrong. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Prints a problem in the user's terms, a fault of ours into the log, and returns how to end. */
  static Exit tell(Throwable problem, PrintWriter err) {
    Exit exit = Exit.of(problem);
    switch (exit) {
      case FAULT -> LOG.error("a fault of Etascope; please report it with this trace", problem);
      case MACHINE -> err.println("etascope: " + refusal(problem));
      case USAGE ->
          err.println(
              problem instanceof ConfigException
                  ? problem.getMessage()
                  : "etascope: " + problem.getMessage());
      default -> err.println("etascope: " + problem.getMessage());
    }
    return exit;
  }

  private static String refusal(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return "out of memory; give the Java machine more, for instance ETASCOPE_OPTS=-Xmx4g";
    }
    Throwable cause = problem.getCause() instanceof IOException io ? io : problem;
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
