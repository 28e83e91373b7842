package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.etascope.core.run.Numerics;
import org.etascope.experiments.config.SweepConfig;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.engine.Engine;
import org.etascope.experiments.engine.Progress;
import org.etascope.experiments.store.FolderLock;
import org.etascope.experiments.store.InUseException;
import org.etascope.experiments.store.ReportFolder;
import org.etascope.experiments.store.ResultStore;
import org.etascope.experiments.store.RunRow;
import org.etascope.experiments.store.Session;
import org.etascope.experiments.store.StoredSweep;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one sweep from its config to its report. */
final class SweepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

  private final Provider<Engine> engines;
  private final ProgressChoice progressChoice;
  private final ReportWriter reportWriter;
  private final InstantSource clock;
  private final GitHubActions actions;

  @Inject
  SweepRunner(
      Provider<Engine> engines,
      ProgressChoice progressChoice,
      ReportWriter reportWriter,
      InstantSource clock,
      GitHubActions actions) {
    this.engines = engines;
    this.progressChoice = progressChoice;
    this.reportWriter = reportWriter;
    this.clock = clock;
    this.actions = actions;
  }

  /**
   * How a user wants sweeps run.
   *
   * @param threads how many threads train, from 1
   * @param fresh whether results that are there are dropped
   * @param report whether the report is written
   * @param quiet whether progress is kept to oneself
   */
  record Choices(int threads, boolean fresh, boolean report, boolean quiet) {}

  /**
   * Trains what is missing, writes the report and judges the expectations.
   *
   * @throws InUseException if another process works on these results
   * @throws IOException if the machine refuses to write them
   * @throws UsageException if the results that are there are of another sweep
   */
  Exit run(SweepFile file, Path folder, Choices choices, PrintWriter out, PrintWriter err)
      throws IOException, InUseException, UsageException {
    Files.createDirectories(folder);
    Engine engine = engines.get();
    try (Interruption interruption = new Interruption(engine::stop);
        FolderLock lock = FolderLock.acquire(folder);
        OpenSweep open = open(file, folder, choices.fresh())) {
      train(open, engine, choices, err);
      if (interruption.happened()) {
        err.printf("%s: interrupted; finished runs are kept, run again to go on%n", folder);
        return Exit.INTERRUPTED;
      }
      Sweep sweep = choices.report() ? open.reportedSweep() : open.sweep();
      SweepSummary summary = SweepSummary.of(sweep);
      if (choices.report()) {
        reportWriter.write(folder, sweep, summary);
        LOG.info("{}: report written", folder);
      }
      Exit exit = Conclusion.of(folder, sweep, summary).print(choices.report(), out);
      actions.annotate(summary, out);
      actions.summarize(sweep, summary);
      return interruption.happened() ? Exit.INTERRUPTED : exit;
    }
  }

  private static OpenSweep open(SweepFile file, Path folder, boolean fresh)
      throws IOException, UsageException {
    if (fresh || !ResultStore.exists(folder)) {
      ReportFolder.drop(folder);
      copyConfig(file, folder);
      return OpenSweep.of(
          folder,
          ResultStore.create(
              folder,
              new StoredSweep(
                  Version.etascope(),
                  Numerics.VERSION,
                  file.text(),
                  canonical(file.config()),
                  file.data(),
                  file.validation())));
    }
    try (OpenSweep before = OpenSweep.reading(folder)) {
      SameSweep.require(file, before);
    }
    ResultStore store = ResultStore.openForWriting(folder);
    try {
      copyConfig(file, folder);
      store.updateConfig(file.text());
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
    return OpenSweep.of(folder, store);
  }

  private static String canonical(SweepConfig config) {
    return config.resultKeys().entrySet().stream()
        .map(key -> key.getKey() + ": " + key.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void copyConfig(SweepFile file, Path folder) throws IOException {
    Path unfinished = folder.resolve("sweep.yaml.new");
    Files.writeString(unfinished, file.text());
    Files.move(unfinished, folder.resolve("sweep.yaml"), StandardCopyOption.ATOMIC_MOVE);
  }

  private void train(OpenSweep open, Engine engine, Choices choices, PrintWriter err) {
    BitSet missing = new BitSet();
    missing.set(0, open.plan().size());
    missing.andNot(open.store().finished());
    LOG.info(
        "{}: {} of {} runs are to be trained on {} threads",
        open.config().name(),
        missing.cardinality(),
        open.plan().size(),
        choices.threads());
    if (missing.isEmpty()) {
      return;
    }
    Instant started = clock.instant();
    AtomicLong stored = new AtomicLong();
    try (Progress progress = progressChoice.progress(choices.quiet(), err)) {
      progress.start(open.config().name(), missing.cardinality());
      engine.train(
          open.plan(),
          missing,
          choices.threads(),
          RunRow::new,
          rows -> {
            open.store().write(rows);
            stored.addAndGet(rows.size());
            progress.advance(rows.size());
          });
    }
    open.store()
        .write(
            new Session(
                started, clock.instant(), stored.get(), choices.threads(), jvm(), machine()));
  }

  private static String jvm() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
  }

  private static String machine() {
    return "%s %s %s, %d processors"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }
}
