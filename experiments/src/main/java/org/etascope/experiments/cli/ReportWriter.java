package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.etascope.experiments.store.ReportFolder;
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

  void write(Path sweepFolder, Sweep sweep, SweepSummary summary) throws IOException {
    try (ReportFolder folder = new ReportFolder(sweepFolder)) {
      for (ReportFormat format : formats) {
        format.write(sweep, summary, folder);
      }
      folder.publish();
    }
  }
}
