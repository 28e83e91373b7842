package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.ROOT;
import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sweeps side by side. */
final class DiffCommandTest {
  private static final Path CONFIG = ROOT.resolve("configs/one-galaxy.yaml");

  @Test
  void theSameConfigLeavesNoDifference(@TempDir Path folder) {
    etascope("run", CONFIG, "-o", folder.resolve("a"));
    etascope("run", CONFIG, "-o", folder.resolve("b"), "-j", 2);

    Outcome diff = etascope("diff", folder.resolve("a/one-galaxy"), folder.resolve("b/one-galaxy"));

    assertEquals(0, diff.exit(), diff.err());
    assertEquals(
        """
        No difference: 2 runs compared, 0 only in the first sweep, 0 only in the second.
        All losses and final parameters of 2 runs of the same spec are equal in every bit.
        """,
        diff.out());
  }

  @Test
  void otherSeedsAreADifference(@TempDir Path folder) {
    etascope("run", CONFIG, "-o", folder);
    etascope("run", CONFIG, "-o", folder, "name=zeros", "sweep.seeds=[0, 3245]");

    Outcome diff =
        etascope("diff", folder.resolve("one-galaxy"), folder.resolve("zeros"), "--format", "md");

    assertEquals(3, diff.exit(), diff.err());
    assertTrue(
        diff.out()
            .startsWith(
                "The sweeps differ: 2 runs compared, 0 only in the first sweep, 2 only in the second."),
        diff.out());
  }

  @Test
  void programsReadTheSame(@TempDir Path folder) {
    etascope("run", CONFIG, "-o", folder);
    Path sweep = folder.resolve("one-galaxy");

    Outcome diff = etascope("diff", sweep, sweep, "--format", "json");

    assertEquals(0, diff.exit(), diff.err());
    assertTrue(diff.out().contains("\"different\" : false,"), diff.out());
  }

  @Test
  void whatIsNoResultIsRefused(@TempDir Path folder) {
    assertEquals(2, etascope("diff", folder, folder).exit());
  }
}
