package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.etascope.experiments.store.ReportFolder;
import org.etascope.reporting.format.Findings;
import org.etascope.reporting.format.ReportFormat;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** Writes a sweep's report in every format there is. */
final class ReportWriter {
  private final Set<ReportFormat> formats;

  @Inject
  ReportWriter(Set<ReportFormat> formats) {
    this.formats = formats;
  }

  /** Returns a writer whose page for readers has so many characters at most. */
  ReportWriter within(int maxChars) {
    return new ReportWriter(
        formats.stream()
            .map(format -> format.within(maxChars))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /**
   * Writes the report of a sweep into its folder.
   *
   * @throws IOException if the machine refuses; the message names the folder, and the old report is
   *     whole
   */
  void write(Path sweepFolder, Sweep sweep, SweepSummary summary) throws IOException {
    try (ReportFolder folder = new ReportFolder(sweepFolder)) {
      Findings findings = Findings.of(sweep, summary, folder);
      for (ReportFormat format : formats) {
        format.write(findings, folder);
      }
      folder.publish();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(sweepFolder.resolve("report") + ": " + e.getMessage(), e);
    }
  }
}
