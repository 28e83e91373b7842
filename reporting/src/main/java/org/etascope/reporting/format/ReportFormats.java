package org.etascope.reporting.format;

import java.util.List;

/** The kinds of document there are. */
public final class ReportFormats {
  private ReportFormats() {}

  /** Returns every kind of document that a sweep leaves. */
  public static List<ReportFormat> all() {
    return List.of(
        MarkdownReport.UNLIMITED,
        new LatexReport(),
        new PlotReport(),
        new CsvReport(),
        new JsonReport(),
        new JUnitReport());
  }
}
