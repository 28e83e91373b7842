package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same config leaves the same report, however, wherever and whenever it is run. */
final class SameBytesTest {
  private static final List<String> OVERRIDES =
      List.of("sweep.seeds={from: 0, to: 3}", "training.steps=50", "report.traces=flagged");

  @Test
  void threadsLocaleTimeZoneEncodingAndFolderChangeNoByte(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path config = ROOT.resolve("configs/hubble-1929.yaml");
    assertEquals(0, run(List.of(), config, folder.resolve("plain"), 1));
    Map<String, String> expected = Folders.read(folder.resolve("plain/hubble-1929/report"));
    assertEquals(
        List.of(true, true, true),
        List.of(
            expected.containsKey("report.md"),
            expected.containsKey("steps.csv"),
            expected.keySet().stream().anyMatch(name -> name.startsWith("traces/"))));

    Path elsewhere = Files.createDirectories(folder.resolve("an other place/configs"));
    Files.createDirectories(elsewhere.resolve("data"));
    Path moved = Files.copy(config, elsewhere.resolve("renamed.yaml"));
    Files.copy(
        ROOT.resolve("configs/data/hubble-1929.csv"), elsewhere.resolve("data/hubble-1929.csv"));
    List<List<String>> machines =
        List.of(
            List.of("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=Pacific/Apia"),
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9"),
            List.of("-Duser.language=ar", "-Duser.country=EG"));
    for (int k = 0; k < machines.size(); k++) {
      Path results = folder.resolve("machine " + k);
      assertEquals(0, run(machines.get(k), moved, results, 2 + k));
      assertEquals(expected, Folders.read(results.resolve("hubble-1929/report")));
    }
  }

  @Test
  void reportsAreMadeAgainFromTheStoreAlone(@TempDir Path folder) throws IOException {
    Path config = Files.copy(ROOT.resolve("configs/one-galaxy.yaml"), folder.resolve("gone.yaml"));
    assertEquals(0, etascope("run", config, "-o", folder).exit());
    Map<String, String> before = Folders.read(folder.resolve("one-galaxy/report"));
    Files.delete(config);
    Files.delete(folder.resolve("one-galaxy/sweep.yaml"));
    Files.delete(folder.resolve("one-galaxy/report/report.md"));
    assertEquals(0, etascope("report", folder.resolve("one-galaxy")).exit());
    assertEquals(before, Folders.read(folder.resolve("one-galaxy/report")));
  }

  private static int run(List<String> jvm, Path config, Path results, int threads)
      throws IOException, InterruptedException {
    Object[] words = {"run", config, "-o", results, "-j", threads, "--quiet"};
    Object[] all = new Object[words.length + OVERRIDES.size()];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(OVERRIDES.toArray(), 0, all, words.length, OVERRIDES.size());
    return EtascopeProcess.start(jvm, all).waitFor();
  }
}
