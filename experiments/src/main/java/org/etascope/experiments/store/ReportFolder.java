package org.etascope.experiments.store;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.etascope.reporting.format.ReportSink;

/**
 * The folder {@code report/} of a sweep, replaced document by document.
 *
 * <p>Documents are first written beside it. Only when all are whole are they moved into place, so
 * that a reader, a full disk or a killed process never meets half a document.
 */
public final class ReportFolder implements ReportSink, AutoCloseable {
  private static final String REPORT = "report";

  /** Folders whose documents are as many as the sweep has of something. */
  private static final List<String> FOLDERS = List.of("traces", "plots");

  private final Path report;
  private final Path unfinished;
  private final Set<Path> written = new LinkedHashSet<>();

  /**
   * Begins a new report.
   *
   * @param sweep the sweep's folder, locked by the caller
   * @throws IOException if the folder cannot be written
   */
  public ReportFolder(Path sweep) throws IOException {
    report = sweep.resolve(REPORT);
    unfinished = sweep.resolve("report.new");
    delete(unfinished);
    Files.createDirectories(unfinished);
  }

  @Override
  public Writer open(String name) throws IOException {
    Path file = unfinished.resolve(name);
    Files.createDirectories(file.getParent());
    written.add(unfinished.relativize(file));
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /**
   * Puts the documents in place of the old ones, and removes old traces and plots that were not
   * written again.
   *
   * @throws IOException if a document cannot be moved
   */
  public void publish() throws IOException {
    for (Path name : written) {
      Path target = report.resolve(name);
      Files.createDirectories(target.getParent());
      Files.move(unfinished.resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
    }
    for (String folder : FOLDERS) {
      for (Path old : deepestFirst(report.resolve(folder))) {
        boolean kept =
            Files.isDirectory(old) ? holdsAny(old) : written.contains(report.relativize(old));
        if (!kept) {
          Files.delete(old);
        }
      }
    }
  }

  /** Removes what was written and not published. */
  @Override
  public void close() throws IOException {
    delete(unfinished);
  }

  private static boolean holdsAny(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /**
   * Removes the report of a sweep whose results are dropped.
   *
   * @param sweep the sweep's folder, locked by the caller
   * @throws IOException if it cannot be removed
   */
  public static void drop(Path sweep) throws IOException {
    delete(sweep.resolve(REPORT));
  }

  private static void delete(Path folder) throws IOException {
    for (Path path : deepestFirst(folder)) {
      Files.delete(path);
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
