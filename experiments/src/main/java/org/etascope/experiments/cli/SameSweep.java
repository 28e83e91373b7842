package org.etascope.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.etascope.core.data.Dataset;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.store.DamagedResultsException;
import org.etascope.experiments.store.FolderLock;
import org.etascope.experiments.store.ResultStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether results belong to the sweep that a config asks for. */
final class SameSweep {
  private static final Logger LOG = LoggerFactory.getLogger(SameSweep.class);

  private SameSweep() {}

  /**
   * Refuses to go on where results of that name were made with other values. Results that cannot be
   * read, or are in use, are told of when their turn comes.
   *
   * @throws UsageException if a key that changes results, the data or the validation file differs
   */
  static void requireIfReadable(SweepFile file, Path folder) throws UsageException {
    try {
      if (ResultStore.exists(folder) && FolderLock.holder(folder).isEmpty()) {
        try (OpenSweep open = OpenSweep.reading(folder)) {
          require(file, open);
        }
      }
    } catch (IOException | UncheckedIOException | DamagedResultsException e) {
      LOG.debug("{} cannot be read yet", folder, e);
    }
  }

  /**
   * Refuses to go on where results were made with other values.
   *
   * @throws UsageException if a key that changes results, the data or the validation file differs
   */
  static void require(SweepFile file, OpenSweep open) throws UsageException {
    List<String> differences = differences(open.config().resultKeys(), file.config().resultKeys());
    hashes("data", Optional.of(open.stored().data()), Optional.of(file.data()))
        .ifPresent(differences::add);
    hashes("data.validation.file", open.stored().validation(), file.validation())
        .ifPresent(differences::add);
    if (!differences.isEmpty()) {
      throw new UsageException(
          """
          %s holds results of another sweep:
            %s
          Nothing was touched. Use --fresh to drop them and begin again, or name=OTHER to keep both."""
              .formatted(open.folder(), String.join("\n  ", differences)));
    }
  }

  /** Returns the hashes of points that are there before and now, and differ. */
  private static Optional<String> hashes(
      String name, Optional<Dataset> before, Optional<Dataset> now) {
    return before
        .map(Dataset::sha256)
        .flatMap(
            was ->
                now.map(Dataset::sha256)
                    .filter(is -> !is.equals(was))
                    .map(is -> "%s: SHA-256 %s, now %s".formatted(name, was, is)));
  }

  private static List<String> differences(Map<String, String> before, Map<String, String> now) {
    SortedMap<String, String> keys = new TreeMap<>(before);
    keys.putAll(now);
    List<String> differences = new ArrayList<>();
    for (String key : keys.keySet()) {
      String was = before.getOrDefault(key, "absent");
      String is = now.getOrDefault(key, "absent");
      if (!was.equals(is)) {
        differences.add("%s: %s, now %s".formatted(key, was, is));
      }
    }
    return differences;
  }
}
