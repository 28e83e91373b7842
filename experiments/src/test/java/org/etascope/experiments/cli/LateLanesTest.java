package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.etascope.experiments.store.ResultStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java machines that begin without SIMD lanes: a large sweep gets them, or says how to. */
final class LateLanesTest {
  /** What the manifest of etascope.jar says. */
  private static final List<String> EXPORTED =
      List.of("--add-exports", "java.base/jdk.internal.module=ALL-UNNAMED");

  private static final String LARGE =
      """
      name: large
      data: {points: [[0.2, 0.1], [0.5, 0.4], [0.9, 0.5]]}
      network: {hidden: [8]}
      training: {steps: 1000}
      sweep: {eta: [0.05, 0.5], seeds: {from: 0, to: 1999}}
      report: {traces: none}
      """;

  @TempDir Path folder;
  private Path config = Path.of("");

  @BeforeEach
  void writeConfig() throws IOException {
    config = Files.writeString(folder.resolve("large.yaml"), LARGE);
  }

  private record Ended(int exit, String err) {}

  private Ended run(List<String> jvm, String results, Object... more) throws Exception {
    Path err = folder.resolve(results + ".err");
    Object[] words = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"run", config, "-o", folder.resolve(results), "-v"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    int exit = EtascopeProcess.startTelling(err, compiled(jvm), words).waitFor();
    return new Ended(exit, Files.readString(err));
  }

  /** Lanes that only the quick compiler sees take minutes. */
  private static List<String> compiled(List<String> jvm) {
    return Stream.concat(Stream.of("-XX:TieredStopAtLevel=4"), jvm.stream()).toList();
  }

  private static List<String> warnings(Ended process) {
    return process.err().lines().filter(line -> line.startsWith("WARN ")).toList();
  }

  @Test
  void lanesThatComeLateAndScalarsLeaveTheSameBytesAsLanesFromTheStart() throws Exception {
    assertEquals(0, etascope("run", config, "-o", folder.resolve("early")).exit());
    Ended late = run(EXPORTED, "late");
    assertEquals(0, late.exit(), late.err());
    assertTrue(late.err().contains("in SIMD lanes"), late.err());
    assertFalse(late.err().contains("incubator"), late.err());
    assertEquals(List.of(), warnings(late));
    Ended scalar = run(List.of(), "scalar");
    assertEquals(0, scalar.exit(), scalar.err());
    assertTrue(scalar.err().contains("in scalars"), scalar.err());
    assertEquals(1, warnings(scalar).size(), scalar.err());
    assertTrue(
        warnings(scalar).get(0).contains("--add-modules jdk.incubator.vector"), scalar.err());
    for (String results : List.of("late", "scalar")) {
      assertEquals(
          Folders.read(folder.resolve("early/large/report")),
          Folders.read(folder.resolve(results).resolve("large/report")),
          results);
    }
  }

  @Test
  void aSmallSweepNeitherGetsLanesNorAdvice() throws Exception {
    for (List<String> jvm : List.of(EXPORTED, List.<String>of())) {
      Ended small = run(jvm, "small" + jvm.size(), "sweep.seeds={from: 0, to: 99}");
      assertEquals(0, small.exit(), small.err());
      assertTrue(small.err().contains("in scalars"), small.err());
      assertEquals(List.of(), warnings(small));
    }
  }

  @Test
  void withLateLanesTermEndsItWith143AndTheKilledIsFollowedAtOnce() throws Exception {
    for (boolean forcibly : List.of(false, true)) {
      Process process =
          EtascopeProcess.startTelling(
              folder.resolve("signals.err"),
              compiled(EXPORTED),
              "run",
              config,
              "-o",
              folder.resolve("signals"),
              "-v",
              "training.steps=2000000");
      while (!ResultStore.exists(folder.resolve("signals/large"))
          || !Files.readString(folder.resolve("signals.err")).contains("in SIMD lanes")) {
        assertTrue(process.isAlive(), Files.readString(folder.resolve("signals.err")));
        TimeUnit.MILLISECONDS.sleep(20);
      }
      if (forcibly) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "did not end in time");
      assertEquals(forcibly ? 137 : 143, process.exitValue());
    }
    assertEquals(0, run(EXPORTED, "signals", "--fresh").exit());
  }
}
