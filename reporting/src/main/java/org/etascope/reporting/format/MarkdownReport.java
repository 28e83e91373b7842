package org.etascope.reporting.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;

/**
 * The report for reading, {@code report.md}, and the tables of traces.
 *
 * @param maxChars the most characters of the report
 */
record MarkdownReport(int maxChars) implements ReportFormat {
  /** A report that has everything. */
  static final MarkdownReport UNLIMITED = new MarkdownReport(Integer.MAX_VALUE);

  @Override
  public ReportFormat within(int limit) {
    return new MarkdownReport(limit);
  }

  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    try (Writer out = sink.open("report.md")) {
      out.write(page(findings));
    }
    TraceDocument.MARKDOWN.writeSelected(findings, sink);
  }

  private String page(Findings findings) throws IOException {
    Set<Detail> shed = EnumSet.noneOf(Detail.class);
    StringWriter text = new StringWriter();
    ReportPage page = new ReportPage(findings, new MarkdownWriter(text));
    page.write();
    for (Detail detail : Detail.values()) {
      if (text.getBuffer().length() <= maxChars) {
        break;
      }
      if (page.has(detail)) {
        shed.add(detail);
        text = new StringWriter();
        page = new ReportPage(findings, new MarkdownWriter(text));
        page.writeWithout(shed, why(shed));
      }
    }
    return text.toString();
  }

  private String why(Set<Detail> shed) {
    return "**Shortened** to %s characters at most, without %s. `./etascope report` writes all of it."
        .formatted(maxChars, Phrases.enumeration(shed.stream().map(Detail::phrase).toList()));
  }
}
