package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published experiment leaves exactly the documents under {@code published}. */
final class PublishedReportTest {
  private static final Map<String, String> DOCUMENTS = Documents.of(Sweeps.published());

  @Test
  void leavesTheseDocumentsAndNoOther() {
    assertEquals(
        Set.of(
            "report.json",
            "report.md",
            "report.tex",
            "cells.csv",
            "runs.csv",
            "junit.xml",
            "steps.csv",
            "plots/fates.svg",
            "plots/fit.svg",
            "plots/flow-prediction.svg",
            "plots/loss-linear.svg",
            "plots/loss-log.svg",
            "plots/network.svg",
            "plots/path-curvature.svg",
            "plots/switches.svg",
            "traces/0.csv",
            "traces/0.md",
            "traces/1.csv",
            "traces/1.md"),
        DOCUMENTS.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.json",
        "report.md",
        "report.tex",
        "cells.csv",
        "runs.csv",
        "junit.xml",
        "steps.csv",
        "plots/fates.svg",
        "plots/fit.svg",
        "plots/flow-prediction.svg",
        "plots/loss-linear.svg",
        "plots/loss-log.svg",
        "plots/network.svg",
        "plots/path-curvature.svg",
        "plots/switches.svg",
        "traces/0.csv",
        "traces/0.md",
        "traces/1.csv",
        "traces/1.md"
      })
  void documentIsTheApprovedOne(String name) throws IOException {
    Path written = Path.of("target", "published", name);
    Files.createDirectories(written.getParent());
    Files.writeString(written, DOCUMENTS.getOrDefault(name, ""));
    assertEquals(approved(name), DOCUMENTS.get(name), () -> "see " + written.toAbsolutePath());
  }

  private static String approved(String name) throws IOException {
    try (InputStream in = PublishedReportTest.class.getResourceAsStream("published/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
