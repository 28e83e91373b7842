package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.etascope.core.Galaxies;
import org.etascope.core.run.RunResult;
import org.junit.jupiter.api.Test;

final class EvidenceTest {
  @Test
  void o3OneGalaxyAtEta06IsExplained() {
    assertEquals(
        "eta = 0.6, step 0 to 1: loss 0.040275 to 0.074256 (+84.4 %). eta kappa = 2.26 > 2;"
            + " sharpness 5.555 against 2/eta = 3.333. Neurons 5, 1, 4 switched off at 33 %, 38 %,"
            + " 75 % of the step. Curvature: with all masks frozen the loss would have been"
            + " 0.178710; the dying ReLUs reduced the jump.",
        ((RunResult.Trained) RunResult.of(Galaxies.run(Galaxies.one(), 3245, 0.6, 10)).outcome())
            .diagnosis()
            .first()
            .orElseThrow()
            .evidence());
  }

  @Test
  void look() {
    for (double eta : new double[] {0.3, 0.6, 1, 3, 10, 1000})
      for (int seed : new int[] {6, 1, 2})
        System.out.println(
            ((RunResult.Trained)
                    RunResult.of(Galaxies.run(Galaxies.all(), seed, eta, 200)).outcome())
                .diagnosis());
  }
}
