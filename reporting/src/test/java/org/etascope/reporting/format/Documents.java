package org.etascope.reporting.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;

/** The documents of a sweep, in memory. */
final class Documents {
  private Documents() {}

  /** Returns what each document holds, by name. */
  static Map<String, String> of(Sweep sweep) {
    Map<String, String> documents = new TreeMap<>();
    ReportSink sink = name -> new Document(name, documents);
    try {
      Findings findings = Findings.of(sweep, SweepSummary.of(sweep), sink);
      for (ReportFormat format : ReportFormats.all()) {
        format.write(findings, sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  /** Returns report.md of a sweep. */
  static String report(Sweep sweep) {
    return of(sweep).getOrDefault("report.md", "");
  }

  private static final class Document extends StringWriter {
    private final String name;
    private final Map<String, String> documents;

    Document(String name, Map<String, String> documents) {
      this.name = name;
      this.documents = documents;
    }

    @Override
    public void close() {
      if (documents.put(name, toString()) != null) {
        throw new IllegalStateException(name + " was written twice");
      }
    }
  }
}
