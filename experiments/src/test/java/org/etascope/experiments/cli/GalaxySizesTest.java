package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sizes of 71 galaxies, read from their file. */
final class GalaxySizesTest {
  private static final Path DATA =
      Path.of(System.getProperty("etascope.data"), "hst_jwst_data.csv").normalize();

  @Test
  void theFirstAndLastLossAreThePublishedOnes(@TempDir Path folder) throws IOException {
    assumeTrue(
        Files.exists(DATA),
        () -> DATA + " is not there; -Detascope.data=DIR says where hst_jwst_data.csv lies");
    Path config =
        Files.writeString(
            folder.resolve("galaxies.yaml"),
            """
            name: galaxies
            data: {file: "%s", features: [HST_reff], targets: [JWST_reff_size]}
            network: {hidden: [5]}
            training: {steps: 10}
            sweep: {eta: 0.1, seeds: 3245}
            expect: [{monotone: all}]
            """
                .formatted(folder.toRealPath().relativize(DATA.toRealPath())));
    Outcome outcome = etascope("run", config, "-o", folder);
    assertEquals(0, outcome.exit(), outcome.err());
    List<String> losses =
        Files.readAllLines(folder.resolve("galaxies/report/steps.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1)[5])
            .toList();
    assertEquals(10, losses.size());
    assertRelative(0.006255186116148952, losses.get(0));
    assertRelative(0.0041357640777588975, losses.get(9));
    assertTrue(etascope("plan", config).out().contains("71 points"));
  }

  private static void assertRelative(double expected, String actual) {
    assertEquals(expected, Double.parseDouble(actual), 1e-12 * expected);
  }
}
