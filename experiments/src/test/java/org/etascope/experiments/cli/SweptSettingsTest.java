package org.etascope.experiments.cli;

import static org.etascope.experiments.cli.Commands.etascope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.etascope.experiments.cli.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over settings of network and training, from the file to the tables. */
final class SweptSettingsTest {
  private static final String CONFIG =
      """
      name: settings
      data:
        points: [[0, 1], [0.2, 1.4], [0.4, 1.8], [0.6, 2.2], [0.8, 2.6], [1, 3]]
        validation: {fraction: 0.3}
      network: {hidden: [3], activation: tanh, output: identity, init: he-normal}
      training: {steps: 30, batch: 2, schedule: cosine, momentum: 0.5}
      sweep:
        training.optimizer: [gradient-descent, momentum]
        eta: [0.1, 0.2]
        network.bias: [true, false]
        seeds: {from: 0, to: 2}
      report: {traces: none}
      expect:
        - {where: {training.optimizer: momentum, network.bias: false}, failed: none}
      """;

  private static String report(Path results, String file) throws IOException {
    return Files.readString(results.resolve("settings/report").resolve(file));
  }

  private static Path config(Path folder) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), CONFIG);
  }

  @Test
  void everyTableHasAColumnForEachSetting(@TempDir Path folder) throws IOException {
    Outcome outcome = etascope("run", config(folder), "-o", folder, "--quiet");
    assertEquals(0, outcome.exit(), outcome.err() + outcome.out());

    List<String> runs = report(folder, "runs.csv").lines().toList();
    assertEquals(25, runs.size());
    assertTrue(
        runs.get(0)
            .startsWith("run,run_id,eta,neurons,seed,training.optimizer,network.bias,fate,"));
    assertTrue(runs.get(0).endsWith(",final_validation_loss"));
    assertTrue(runs.get(1).contains(",0.1,3,0,gradient-descent,true,"), runs.get(1));
    assertTrue(runs.get(24).contains(",0.2,3,2,momentum,false,"), runs.get(24));
    assertEquals(24, runs.stream().skip(1).map(row -> row.split(",", -1)[1]).distinct().count());
    assertEquals(9, report(folder, "cells.csv").lines().count());
    assertTrue(report(folder, "report.md").contains("| training.optimizer |"));
    assertTrue(report(folder, "report.md").contains("median validation loss"));
  }

  /** 4 points to train on in batches of 2: an epoch is 2 updates, and eta falls by a cosine. */
  @Test
  void stepsTellEtaInForceAndValidationLossOfEachEpoch(@TempDir Path folder) throws IOException {
    assertEquals(0, etascope("run", config(folder), "-o", folder, "--quiet").exit());
    List<String> steps = report(folder, "steps.csv").lines().toList();
    String identity = "run,eta,neurons,seed,training.optimizer,network.bias,";
    String losses = "step,eta_in_force,loss,loss_change,validation_loss,";
    assertTrue(steps.get(0).startsWith(identity + losses), steps.get(0));
    assertEquals(1 + 24 * 15, steps.size());
    assertTrue(steps.get(1).contains(",0,0.1,"), steps.get(1));
    // update 10 of 30: 0.1 (1 + cos(pi / 3)) / 2
    double eta = Double.parseDouble(steps.get(6).split(",", -1)[7]);
    assertEquals(0.075, eta, 1e-16);
  }

  @Test
  void anInterruptedSweepEndsWithTheSameBytes(@TempDir Path one, @TempDir Path two)
      throws IOException {
    assertEquals(0, etascope("run", config(one), "-o", one, "--quiet", "-j", "1").exit());
    assertEquals(0, etascope("run", config(two), "-o", two, "--quiet", "-j", "2").exit());
    assertEquals(0, etascope("run", config(two), "-o", two, "--quiet").exit());
    for (String file : List.of("report.md", "runs.csv", "steps.csv", "cells.csv")) {
      assertEquals(report(one, file), report(two, file));
    }
  }

  @Test
  void anArgumentSweepsASetting(@TempDir Path folder) throws IOException {
    Outcome plan =
        etascope("plan", config(folder), "sweep.training.weight_decay=[0, 0.01]", "name=more");
    assertEquals(0, plan.exit(), plan.err());
    assertTrue(plan.out().contains("48 runs"), plan.out());
  }
}
