package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep survives the death of its process. */
final class KillTest {
  private static final int MOMENTS = 20;

  private static final String SWEEP =
      """
      name: killed
      data: {points: [[0.2, 0.1], [0.5, 0.4], [0.9, 0.5]]}
      network: {hidden: [8]}
      training: {steps: 1000}
      sweep: {eta: [0.05, 0.5], seeds: {from: 0, to: 299}}
      report: {traces: none}
      """;

  @Test
  void killedAtTwentyMomentsItLeavesTheSameBytesAsUninterrupted(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("killed.yaml"), SWEEP);
    assertEquals(0, etascope("run", config, "-o", folder.resolve("whole")).exit());

    Path results = folder.resolve("killed");
    Random random = new Random(20);
    int killed = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      Process process = EtascopeProcess.start(List.of(), "run", config, "-o", results);
      if (!process.waitFor(300 + random.nextInt(500), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        killed++;
        assertEquals(137, process.waitFor());
      }
    }
    assertTrue(killed > 0, "no process lived long enough to be killed");
    assertEquals(0, etascope("run", config, "-o", results).exit());
    assertEquals(
        Folders.read(folder.resolve("whole/killed/report")),
        Folders.read(results.resolve("killed/report")));
  }
}
