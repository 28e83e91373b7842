package org.etascope.experiments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {
  @TempDir Path sweep;

  @BeforeEach
  void writeAReport() throws IOException {
    try (ReportFolder folder = new ReportFolder(sweep)) {
      write(folder, "report.md", "old");
      write(folder, "traces/0.csv", "old");
      write(folder, "traces/1.csv", "old");
      folder.publish();
    }
  }

  private static void write(ReportFolder folder, String name, String text) throws IOException {
    try (Writer out = folder.open(name)) {
      out.write(text);
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(sweep.resolve("report").resolve(name));
  }

  @Test
  void anUnpublishedReportLeavesTheOldOne() throws IOException {
    try (ReportFolder folder = new ReportFolder(sweep)) {
      write(folder, "report.md", "new");
      assertEquals("old", read("report.md"));
    }
    assertEquals("old", read("report.md"));
    assertFalse(Files.exists(sweep.resolve("report.new")));
  }

  @Test
  void publishingReplacesDocumentsAndRemovesTracesThatAreNoMore() throws IOException {
    Files.writeString(sweep.resolve("report/notes.txt"), "a reader's own");
    try (ReportFolder folder = new ReportFolder(sweep)) {
      write(folder, "report.md", "new");
      write(folder, "traces/1.csv", "new");
      folder.publish();
    }
    assertEquals("new", read("report.md"));
    assertEquals("new", read("traces/1.csv"));
    assertFalse(Files.exists(sweep.resolve("report/traces/0.csv")));
    assertEquals("a reader's own", read("notes.txt"));
  }

  @Test
  void leftoversOfAKilledProcessAreCleared() throws IOException {
    Files.createDirectories(sweep.resolve("report.new/traces"));
    Files.writeString(sweep.resolve("report.new/traces/9.csv"), "half");
    try (ReportFolder folder = new ReportFolder(sweep)) {
      folder.publish();
    }
    assertFalse(Files.exists(sweep.resolve("report/traces/9.csv")));
    assertTrue(Files.exists(sweep.resolve("report/report.md")));
  }
}
