package org.etascope.reporting.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.etascope.reporting.summary.ExpectationResult;
import org.etascope.reporting.text.XmlWriter;

/** The expectations as build servers read tests, {@code junit.xml}: a case for each, no times. */
final class JUnitReport implements ReportFormat {
  @Override
  public void write(Findings findings, ReportSink sink) throws IOException {
    try (Writer out = sink.open("junit.xml")) {
      write(findings.sweep().name(), findings.summary().expectations(), new XmlWriter(out));
    }
  }

  private static void write(String sweep, List<ExpectationResult> expectations, XmlWriter xml)
      throws IOException {
    String tests = Integer.toString(expectations.size());
    String failures =
        Long.toString(expectations.stream().filter(expectation -> !expectation.holds()).count());
    xml.begin("testsuites", "tests", tests, "failures", failures);
    xml.begin("testsuite", "name", sweep, "tests", tests, "failures", failures);
    for (ExpectationResult expectation : expectations) {
      xml.begin("testcase", "classname", sweep, "name", expectation.expectation().text());
      if (!expectation.holds()) {
        xml.empty("failure", "message", VerdictText.explanation(expectation));
      }
      xml.end();
    }
    xml.end();
    xml.end();
    xml.flush();
  }
}
